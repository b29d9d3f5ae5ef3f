pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The ground of a chart over time: a hairline per round value with its number before it, the
// baseline stronger, and dates below, each with a short stroke where it is.
Item {
    id: root

    required property LineGeometry geometry
    required property LineScale numbers
    required property bool fromZero

    Repeater {
        model: root.numbers.tickValues

        Item {
            id: tick

            required property real modelData
            required property int index
            readonly property bool base: root.fromZero && modelData === 0

            y: root.height * (root.numbers.high - modelData) / (root.numbers.high - root.numbers.low)
            width: root.width

            Rectangle {
                width: parent.width
                height: tick.base ? Theme.stroke : Theme.hairline
                color: Theme.contrast ? Theme.line : Qt.alpha(Theme.muted, tick.base ? 0.7 : 0.28)
            }

            ThemeText {
                role: "nav"
                color: Theme.muted
                x: -width - 24 * Theme.u
                y: -height / 2
                text: root.numbers.tickTexts[tick.index] ?? ""
                wrapMode: Text.NoWrap
            }
        }
    }

    Repeater {
        model: root.geometry.dateMarks

        Rectangle {
            required property real modelData

            x: modelData - width / 2
            y: root.height
            width: Theme.hairline
            height: 12 * Theme.u
            color: Theme.contrast ? Theme.line : Qt.alpha(Theme.muted, 0.6)
        }
    }

    Repeater {
        model: root.geometry.dateSpots

        ThemeText {
            required property point modelData
            required property int index

            role: "nav"
            color: Theme.muted
            x: modelData.x
            y: root.height + 24 * Theme.u
            text: root.geometry.dateTexts[index] ?? ""
            wrapMode: Text.NoWrap
        }
    }
}
