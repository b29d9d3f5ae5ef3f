pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The menu behind the code. Each row opens a page; what stops the show asks once more.
StaffPage {
    id: root

    title: qsTr("This stand")
    lead: qsTr("Visitors do not see this. It closes by itself when nobody touches it.")
    menu: true

    readonly property bool mistaken: session.staff.settings.trouble.length > 0

    StaffQuestion {
        id: leaving

        title: qsTr("Leave the kiosk?")
        words: qsTr("The show stops, and visitors see nothing until somebody starts it again. A locked stand comes back by itself.")
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

    StaffQuestion {
        id: cleaning

        title: qsTr("Lock the screen for a minute?")
        words: qsTr("For wiping the glass: it takes no touch for 60 seconds, then the show goes on by itself.")
        keep: qsTr("Keep running")
        act: qsTr("Lock now")
        glyph: Theme.glyphs.cleaning
        onConfirmed: root.session.staff.clean()
    }
    StaffQuestion {
        id: presenting

        title: qsTr("Give a talk?")
        words: qsTr("The show does not start over while you speak, and the notes of each page stand below it. It ends with the button there, or by itself after an hour without a touch.")
        keep: qsTr("Not now")
        act: qsTr("Begin the talk")
        glyph: Theme.glyphs.present
        onConfirmed: root.session.staff.present()
    }

    actions: Flow {
        id: ends

        width: parent?.parent.width ?? 0
        spacing: 24 * Theme.u

        PillButton {
            maxWidth: ends.width
            text: qsTr("Restart")
            glyph: Theme.glyphs.restart
            onTapped: root.asked = restarting
        }
        PillButton {
            maxWidth: ends.width
            text: qsTr("Leave the kiosk")
            glyph: Theme.glyphs.leave
            onTapped: root.asked = leaving
        }
    }

    StaffCaution {
        width: root.room
        facts: root.session.staff.facts
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.versions
        name: qsTr("Versions")
        value: root.session.version
        active: true
        onTapped: root.session.staff.open("versions")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.stick
        name: qsTr("Content from a stick")
        active: true
        onTapped: root.session.staff.open("sticks")
    }
    StaffRow {
        width: root.room
        glyph: root.mistaken ? Theme.glyphs.error : Theme.glyphs.settings
        name: qsTr("Settings")
        value: root.mistaken ? qsTr("a file has a mistake") : ""
        alarming: root.mistaken
        active: true
        onTapped: root.session.staff.open("settings")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.statistics
        name: qsTr("Statistics")
        active: true
        onTapped: root.session.staff.open("statistics")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.away
        name: qsTr("Back in a few minutes")
        active: true
        onTapped: root.session.staff.open("away")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.cleaning
        name: qsTr("Lock for cleaning")
        active: true
        onTapped: root.asked = cleaning
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.present
        name: qsTr("Talk with notes")
        active: true
        onTapped: root.asked = presenting
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
        glyph: Theme.glyphs.about
        name: qsTr("About this stand")
        value: root.session.staffName
        active: true
        onTapped: root.session.staff.open("about")
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
