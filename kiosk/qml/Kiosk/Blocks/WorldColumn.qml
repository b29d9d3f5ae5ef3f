pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What is lit on a map: how many countries, what they have in common, since when; below it, from
// `listTop` on, their names.
Item {
    id: root

    required property WorldList countries
    required property string title
    required property int count
    required property list<string> listed
    required property real listTop
    required property color accentColor
    readonly property real headHeight: head.height

    signal markTapped

    onListedChanged: scroll.toStart()

    Column {
        id: head

        width: root.width
        spacing: 30 * Theme.u

        Headline {
            visible: text !== ""
            role: "h2"
            maxWidth: root.width
            text: root.title
        }

        FigureNumber {
            anchors.left: parent.left
            visible: root.title === "" || Theme.readingSize === "standard" // its tab says it, too
            text: Theme.number(root.count, 0)
            role: "figureM"
            size: (root.title === "" ? 200 : 140) * Theme.th
            Accessible.role: Accessible.StaticText
            Accessible.name: `${text} ${label.text}`
        }

        Column {
            width: root.width
            spacing: 8 * Theme.u

            Headline {
                id: label

                maxWidth: root.width
                role: "h3"
                font.weight: Theme.contrast ? 600 : 500
                text: root.countries?.label ?? ""
                Accessible.ignored: true
            }
            AsOfLine {
                width: root.width
                asOfText: root.countries?.asOfText ?? ""
                footnote: root.countries?.sourceMark ?? 0
                markColor: root.accentColor
                onMarkTapped: root.markTapped()
            }
        }
    }

    ScrollColumn {
        id: scroll

        y: root.listTop
        width: root.width - 32 * Theme.u
        height: Math.min(contentHeight, root.height - y)
        visible: root.listed.length > 0

        Grid {
            id: list

            readonly property real least: 46 * Theme.t
            readonly property real air: Math.max(0, Math.min(18 * Theme.u, (root.height - scroll.y) / Math.max(1, rows) - least))

            readonly property int across: Theme.readingSize === "largest" && !Theme.portrait ? 1 : 2
            rows: Math.ceil(root.listed.length / across)
            flow: Grid.TopToBottom
            rowSpacing: air

            Repeater {
                model: root.listed

                WorldName {
                    required property string modelData

                    width: Math.floor(scroll.width / list.across)
                    text: modelData
                    accentColor: root.accentColor
                }
            }
        }
    }
}
