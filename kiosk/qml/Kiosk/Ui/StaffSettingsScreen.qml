pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Times and colours of this stand. A change is written at once and holds from the next visit on.
StaffPage {
    id: root

    readonly property StaffSettings settings: session.staff.settings
    readonly property StaffSetting theme: settings.theme
    readonly property string seconds: qsTr("%1 s")

    title: qsTr("Settings")
    lead: qsTr("A change holds from the next visit on, also after the power was off. The arrow takes it back.")

    StaffTrouble {
        width: root.room
        settings: root.settings
    }
    StaffValue {
        width: root.room
        glyph: Theme.glyphs.clock
        name: qsTr("A page untouched")
        note: qsTr("until the question “Are you still there?”")
        unit: root.seconds
        setting: root.settings.idle
    }
    StaffValue {
        width: root.room
        glyph: Theme.glyphs.clock
        name: qsTr("A panel untouched")
        note: qsTr("languages, accessibility, sources")
        unit: root.seconds
        setting: root.settings.panel
    }
    StaffValue {
        width: root.room
        glyph: Theme.glyphs.clock
        name: qsTr("The question unanswered")
        note: qsTr("until the show starts over")
        unit: root.seconds
        setting: root.settings.warning
    }
    StaffValue {
        width: root.room
        glyph: Theme.glyphs.rotation
        name: qsTr("Picture turned")
        note: qsTr("from the next restart on")
        unit: "%1°"
        setting: root.settings.rotation
    }
    StaffLine {
        id: colours

        width: root.room
        glyph: Theme.glyphs.colours
        name: qsTr("Colours at the start")
        changed: root.theme.changed
        onUndone: root.theme.undo()

        Segmented {
            width: Math.min(620 * Theme.t, root.room - (colours.stacked ? colours.textStart + 2 * colours.inset : 420 * Theme.t))
            name: colours.name
            current: root.theme.text
            options: [
                SegmentOption {
                    value: "dark"
                    label: qsTr("Dark")
                },
                SegmentOption {
                    value: "light"
                    label: qsTr("Light")
                },
                SegmentOption {
                    value: "contrast"
                    label: qsTr("Contrast")
                }
            ]
            onChosen: value => root.theme.choose(value)
        }
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.language
        name: qsTr("Languages")
        value: root.settings.languages.filter(language => language.offered).map(language => language.name).join(", ")
        active: true
        onTapped: root.session.staff.open("languages")
    }
    StaffRow {
        width: root.room
        glyph: Theme.glyphs.clock
        name: qsTr("Opening hours")
        active: true
        onTapped: root.session.staff.open("hours")
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
