pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Days and when the stand is open on them, in two columns; one below the other where they do not fit.
Column {
    id: root

    required property list<string> days
    required property list<string> hours

    spacing: 18 * Theme.u

    Repeater {
        model: root.days.length

        Flow {
            id: row

            required property int index

            width: root.width
            spacing: 8 * Theme.u

            ThemeText {
                width: Math.max(implicitWidth, Math.round(0.5 * root.width))
                role: "lead"
                text: root.days[row.index] ?? ""
            }
            ThemeText {
                width: Math.min(implicitWidth, root.width)
                role: "lead"
                ink: Theme.text
                text: root.hours[row.index] ?? ""
            }
        }
    }
}
