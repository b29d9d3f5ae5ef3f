pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The versions of the content on this stand. The one before comes back with one touch; another one is
// asked for once more.
StaffPage {
    id: root

    readonly property StaffVersions versions: session.staff.versions
    property StaffVersion wanted: null

    title: qsTr("Versions")
    lead: qsTr("The version with the mark comes on screen as soon as you leave the staff pages. Nothing is lost: the others stay here.")

    StaffQuestion {
        id: choosing

        title: qsTr("Show this version?")
        words: root.wanted ? root.nameOf(root.wanted) : ""
        keep: qsTr("Keep the present one")
        act: qsTr("Show it")
        onConfirmed: root.versions.show(root.wanted.id)
    }

    function nameOf(version: StaffVersion): string {
        return version.factory ? qsTr("The content that came with the program") : [version.title, version.version].filter(part => part !== "").join(" · ");
    }

    function ask(version: StaffVersion): void {
        wanted = version;
        asked = choosing;
    }

    actions: PillButton {
        primary: true
        visible: root.versions.canGoBack
        maxWidth: root.narrow
        text: qsTr("Back to the version before")
        glyph: Theme.glyphs.undo
        onTapped: root.versions.goBack()
    }

    StaffNote {
        width: root.room
        text: root.versions.words
    }
    Repeater {
        model: root.versions.entries

        StaffVersionRow {
            required property StaffVersion modelData

            width: root.room
            version: modelData
            name: root.nameOf(modelData)
            onTapped: root.ask(modelData)
        }
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
