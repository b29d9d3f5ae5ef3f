pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The menu behind the code. Each row opens a page; what stops the show asks once more.
StaffPage {
    id: root

    title: qsTr("This stand")
    lead: qsTr("Visitors do not see this. It closes by itself when nobody touches it.")
    menu: true

    StaffQuestion {
        id: leaving

        title: qsTr("Leave the kiosk?")
        words: qsTr("The show stops and the desktop appears. Visitors see nothing until somebody starts it again.")
        keep: qsTr("Keep running")
        act: qsTr("Leave now")
        glyph: Theme.glyphs.leave
        onConfirmed: root.session.leaveKiosk()
    }
    StaffQuestion {
        id: restarting

        title: qsTr("Restart the kiosk?")
        words: qsTr("The screen goes dark for a few seconds. The kiosk comes back with the same content and its settings read anew.")
        keep: qsTr("Keep running")
        act: qsTr("Restart now")
        glyph: Theme.glyphs.restart
        onConfirmed: root.session.staff.restart()
    }

    actions: Flow {
        width: parent?.parent.width ?? 0
        spacing: 24 * Theme.u

        PillButton {
            text: qsTr("Restart")
            glyph: Theme.glyphs.restart
            onTapped: root.asked = restarting
        }
        PillButton {
            text: qsTr("Leave the kiosk")
            glyph: Theme.glyphs.leave
            onTapped: root.asked = leaving
        }
    }

    StaffRow {
        width: root.room
        glyph: Theme.glyphs.touch
        name: qsTr("Touch test")
        active: true
        onTapped: root.session.staff.open("touch")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.sources
        name: qsTr("Content version")
        value: root.session.version
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
