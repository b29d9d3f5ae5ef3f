pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Days and when the stand is open on them; where one day does not fit beside its hours, all stand
// above them. Many lines go into two columns, and are smaller where they still do not fit; of what
// does not fit even so the last ones, the dates farthest away, are left out.
Grid {
    id: root

    required property list<string> days
    required property list<string> hours
    required property real room // in height

    readonly property real gap: 48 * Theme.u
    // A little more than it is: sizes of letters are whole pixels
    readonly property real longestDay: 1.04 * dayFit.widest
    readonly property real longestHours: 1.04 * hoursFit.widest
    readonly property bool stacked: longestDay > width - gap - longestHours
    readonly property bool twofold: !stacked && room < line * days.length && 2 * (longestDay + gap + longestHours) + 2 * gap <= width
    readonly property real line: sample.height * (stacked ? 2 : 1) + (stacked ? 26 : 18) * Theme.u
    readonly property int across: twofold ? 2 : 1
    readonly property int inColumn: Math.ceil(days.length / across)
    readonly property real fit: Math.max(0.6, Math.min(1, room / (line * Math.max(1, inColumn))))
    readonly property int most: Math.max(0, Math.floor(room / (fit * line)))

    flow: Grid.TopToBottom
    rows: Math.max(1, Math.min(inColumn, most))
    rowSpacing: fit * (stacked ? 24 : 18) * Theme.u
    columnSpacing: 2 * gap

    ThemeText {
        id: sample
        role: "lead"
        visible: false
    }
    TextFit {
        id: dayFit
        texts: root.days
        font: sample.font
        sizes: [sample.font.pixelSize]
    }
    TextFit {
        id: hoursFit
        texts: root.hours
        font: sample.font
        sizes: [sample.font.pixelSize]
    }

    Repeater {
        model: Math.min(root.days.length, root.across * root.most)

        Item {
            id: row

            required property int index

            width: root.twofold ? root.fit * (root.longestDay + root.longestHours) + root.gap : root.width
            height: open.y + open.height

            ThemeText {
                id: day

                anchors.left: parent.left
                width: root.stacked ? root.width : Math.max(root.fit * root.longestDay, root.twofold ? 0 : Math.min(450 * Theme.th, root.width - root.gap - root.longestHours))
                role: "lead"
                fit: root.fit
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
                fit: root.fit
                text: root.hours[row.index] ?? ""
            }
        }
    }
}
