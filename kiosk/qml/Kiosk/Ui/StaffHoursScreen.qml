pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// When the stand is open, day by day, and what it shows at other times.
StaffPage {
    id: root

    readonly property StaffSettings settings: session.staff.settings

    title: qsTr("Opening hours")
    lead: qsTr("At other times the stand rests. A visit is never cut short. A change holds within half a minute.")
    above: "settings"

    StaffTrouble {
        width: root.room
        settings: root.settings
    }
    Repeater {
        model: root.settings.days

        StaffDayLine {
            required property StaffDay modelData

            width: root.room
            day: modelData
        }
    }
    StaffLine {
        id: look

        width: root.room
        glyph: Theme.glyphs.colours
        name: qsTr("While it is closed")
        changed: root.settings.closed.changed
        onUndone: root.settings.closed.undo()

        Segmented {
            width: Math.min(520 * Theme.t, root.room - (look.stacked ? look.textStart + 2 * look.inset : 520 * Theme.t))
            name: look.name
            current: root.settings.closed.text
            options: [
                SegmentOption {
                    value: "dim"
                    label: qsTr("Hours, dim")
                },
                SegmentOption {
                    value: "off"
                    label: qsTr("Black")
                }
            ]
            onChosen: value => root.settings.closed.choose(value)
        }
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
