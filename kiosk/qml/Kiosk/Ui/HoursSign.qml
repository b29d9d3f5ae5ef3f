pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Days and when the stand is open on them, in two columns; where one day does not fit beside its
// hours, all stand above them.
Column {
    id: root

    required property list<string> days
    required property list<string> hours

    readonly property real gap: 48 * Theme.u
    readonly property real daysWidth: widest(days)
    readonly property real room: width - gap - widest(hours)
    readonly property bool stacked: daysWidth > room

    function widest(texts: list<string>): real {
        return Math.ceil(Math.max(0, ...texts.map(text => metrics.advanceWidth(text))));
    }

    spacing: (stacked ? 24 : 18) * Theme.u

    FontMetrics {
        id: metrics
        font: sample.font
    }
    ThemeText {
        id: sample
        role: "lead"
        visible: false
    }

    Repeater {
        model: root.days.length

        Item {
            id: row

            required property int index

            width: root.width
            height: open.y + open.height

            ThemeText {
                id: day

                anchors.left: parent.left
                width: root.stacked ? root.width : Math.max(root.daysWidth, Math.min(450 * Theme.th, root.room))
                role: "lead"
                text: root.days[row.index] ?? ""
            }
            ThemeText {
                id: open

                anchors.left: root.stacked ? parent.left : day.right
                anchors.leftMargin: root.stacked ? 0 : root.gap
                y: root.stacked ? day.height + 2 * Theme.u : 0
                width: Math.min(implicitWidth, root.width)
                role: "lead"
                ink: Theme.text
                text: root.hours[row.index] ?? ""
            }
        }
    }
}
