pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What the stand is and how it is: to be read out on the telephone.
StaffPage {
    id: root

    readonly property StaffFacts facts: session.staff.facts
    readonly property bool drawn: Theme.software

    title: qsTr("About this stand")
    lead: qsTr("For a call to whoever looks after it.")

    StaffRow {
        width: root.room
        visible: value !== ""
        glyph: Theme.glyphs.home
        name: qsTr("Stand")
        value: root.session.staffName
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.sources
        name: qsTr("Content version")
        value: [root.session.version, qsTr("%n pages, all checks passed", "", root.facts.pages)].join(" · ")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.about
        name: qsTr("Program")
        value: root.facts.program
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.begin
        name: qsTr("Screen")
        value: [root.facts.screen, root.drawn ? qsTr("drawn without a graphics card") : qsTr("drawn by the graphics card")].join(" · ")
    }
    StaffRow {
        width: root.room
        visible: root.facts.megabytes > 0
        glyph: Theme.glyphs.about
        name: qsTr("Memory")
        value: qsTr("%1 MB").arg(root.facts.megabytes)
    }
    StaffRow {
        width: root.room
        visible: root.facts.clock !== ""
        glyph: root.facts.clockTrouble === "" ? Theme.glyphs.clock : Theme.glyphs.warning
        name: qsTr("Clock")
        value: root.facts.clockTrouble === "" ? root.facts.clock : qsTr("%1 is not believed: the stand stays open").arg(root.facts.clock)
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.staff
        name: qsTr("Network")
        value: qsTr("off, always")
    }
    StaffRow {
        width: root.room
        glyph: root.facts.takesUnsigned ? Theme.glyphs.warning : Theme.glyphs.check
        name: qsTr("New content is taken")
        value: root.facts.takesUnsigned ? qsTr("also when nobody has signed it") : root.facts.keys.length > 0 ? qsTr("only from: %1").arg(root.facts.keys.join(", ")) : qsTr("from nobody, until a key is trusted")
    }
    StaffRow {
        width: root.room
        glyph: !root.facts.examined ? Theme.glyphs.check : root.facts.findings.length > 0 ? Theme.glyphs.warning : Theme.glyphs.check
        name: qsTr("Ready for tomorrow?")
        value: !root.facts.examined ? qsTr("look") : root.facts.findings.length > 0 ? qsTr("see below") : qsTr("yes")
        active: true
        onTapped: root.facts.examine()
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
    Item {
        width: 1
        height: 24 * Theme.u
    }
    Repeater {
        model: root.facts.findings

        StaffNote {
            required property string modelData

            width: root.room
            text: modelData
        }
    }
}
