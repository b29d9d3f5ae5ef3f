pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// How long staff are away; a choice puts the message up at once.
StaffPage {
    id: root

    title: qsTr("Back in a few minutes")
    lead: qsTr("Visitors read when you are back and may look around meanwhile. It ends by itself, or when you hold the diamond and type the code.")

    Repeater {
        model: [5, 10, 15, 30]

        StaffRow {
            required property int modelData

            width: root.room
            glyph: Theme.glyphs.away
            name: qsTr("%n minutes", "", modelData)
            active: true
            onTapped: root.session.staff.stepAway(modelData)
        }
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
