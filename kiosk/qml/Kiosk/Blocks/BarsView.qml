pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Horizontal bars from zero, woven like bands. They give up height before a label is
// cut, and scroll when the largest text leaves them none.
BlockView {
    id: root

    required property BarsBlock block

    readonly property int count: block.bars.length
    readonly property real highest: Math.max(...block.bars.map(bar => bar.value), 1e-9)
    // Few bars are broader, so that they hold their own beside a very large number
    readonly property real boldest: (count > 4 ? 56 : count > 3 ? 72 : 92) * Theme.u * (Theme.portrait ? 1.2 : 1)
    readonly property real gap: Math.max(6 * Theme.u, Math.min(40 * Theme.u, 0.43 * barHeight))
    readonly property real room: height - head.height - noteRoom - 20 * Theme.u - labels.height
    readonly property real spare: room - count * (barHeight + gap + 6 * Theme.u)
    readonly property real noteRoom: block.note === "" ? 0 : foot.height + 16 * Theme.u
    readonly property real barHeight: Math.max(12 * Theme.u, Math.min(boldest, (room / count - 6 * Theme.u) / 1.43))
    // At the larger sizes there is always room for the bar that shows where one has scrolled to
    readonly property real barsWidth: width - (Theme.readingSize === "standard" ? 0 : 24 * Theme.u)
    readonly property real valueRoom: values.widest + 18 * Theme.u

    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken

    TextFit {
        id: values

        texts: root.block.bars.map(bar => bar.valueText)
        font.family: Theme.family
        font.weight: Theme.weight("button")
        sizes: [Theme.pixelSize("button")]
    }

    Column {
        id: labels

        visible: false
        width: root.width

        Repeater {
            model: root.block.bars

            ThemeText {
                required property BarsItem modelData

                role: "label"
                width: root.barsWidth - root.valueRoom
                text: modelData.label
            }
        }
    }

    Column {
        id: head

        y: Math.max(0, Math.min(180 * Theme.u, 0.42 * root.spare))
        width: root.width

        ChartTitle {
            width: root.width
            content: root.block.title
            footnote: root.block.sourceMark
            markColor: root.accentColor
            onMarkTapped: root.sourcesRequested()
        }

        ThemeText {
            role: "label"
            width: root.width
            text: [root.block.unit, qsTr("As of %1").arg(root.block.asOfText)].filter(part => part !== "").join(" \u00b7 ")
        }
    }

    ScrollColumn {
        id: bars

        width: root.width
        height: Math.min(contentHeight, root.height - y - root.noteRoom)
        y: head.y + head.height + 20 * Theme.u
        spacing: root.gap

        Repeater {
            model: root.block.bars

            Bar {
                required property BarsItem modelData
                required property int index

                width: root.barsWidth
                label: modelData.label
                valueText: modelData.valueText
                share: modelData.value / root.highest
                highlight: modelData.highlight
                barHeight: root.barHeight
                valueRoom: root.valueRoom
                accent: root.accent
                pattern: root.pattern
                playing: root.playing
                still: root.still
                order: index
            }
        }
    }

    ThemeText {
        id: foot

        role: "label"
        width: root.width
        visible: text !== ""
        anchors.top: bars.bottom
        anchors.topMargin: 16 * Theme.u
        text: root.block.note
    }
}
