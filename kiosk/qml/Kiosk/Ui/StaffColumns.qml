pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A column for each hour, day or month. Words and numbers that would touch each other step aside.
Item {
    id: root

    required property string title
    required property list<StaffBar> columns
    readonly property real cell: width / Math.max(1, columns.length)
    readonly property real tallest: 220 * Theme.u
    readonly property real numberHeight: 40 * Theme.t
    readonly property int step: Math.max(1, Math.ceil(1.15 * labels.widest / cell))
    readonly property bool numbered: 1.1 * numbers.widest < cell

    implicitHeight: visible ? heading.y + heading.height + root.numberHeight + tallest + 56 * Theme.t : 0
    visible: columns.length > 0
    Accessible.role: Accessible.Chart
    Accessible.name: title + ": " + columns.filter(column => column.valueText !== "").map(column => column.label + " " + column.valueText).join(", ")

    TextFit {
        id: labels

        texts: root.columns.map(column => column.label)
        font.family: Theme.family
        font.weight: Theme.weight("label")
        sizes: [Theme.pixelSize("label")]
    }
    TextFit {
        id: numbers

        texts: root.columns.map(column => column.valueText)
        font.family: Theme.family
        font.weight: Theme.weight("label")
        sizes: [Theme.pixelSize("label")]
    }
    ThemeText {
        id: heading

        y: 48 * Theme.u
        width: root.width
        role: "h3"
        text: root.title
        Accessible.ignored: true
    }

    Repeater {
        model: root.columns

        Item {
            id: column

            required property StaffBar modelData
            required property int index
            readonly property real tall: modelData.share > 0 ? Math.max(Theme.stroke, modelData.share * root.tallest) : 0

            x: (Theme.mirrored ? root.columns.length - 1 - index : index) * root.cell
            y: heading.y + heading.height + root.numberHeight
            width: root.cell
            height: root.tallest

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.max(2, Math.min(parent.width - Math.round(8 * Theme.u), 96 * Theme.u))
                height: column.tall
                color: Theme.amber
            }
            Hairline {
                anchors.top: parent.bottom
                width: parent.width
                color: Theme.controlBorder
            }
            ThemeText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.tallest - column.tall - height - 4 * Theme.u
                visible: root.numbered || column.modelData.share === 1
                role: "label"
                text: column.modelData.valueText
                color: Theme.text
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            ThemeText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.tallest + 10 * Theme.u
                visible: column.index % root.step === 0
                role: "label"
                text: column.modelData.label
                color: Theme.muted
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
