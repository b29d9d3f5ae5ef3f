pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Text size, colours, reach and movement. Every choice shows at once on the page that stays in view.
SidePanel {
    id: root

    title: qsTr("Make it easier")
    spacing: (Theme.reach ? 16 : 28) * Theme.u

    // Within reach there is more width than height
    readonly property bool wide: Theme.reach && !Theme.portrait
    readonly property real column: wide ? (room - 72 * Theme.u) / 2 : room

    footerStart: PillButton {
        anchors.left: parent?.left
        text: qsTr("Reset")
        glyph: Theme.glyphs.restart
        onTapped: root.session.resetComfort()
    }
    footer: PillButton {
        anchors.right: parent?.right
        primary: true
        text: qsTr("Done")
        onTapped: root.session.closePanel()
    }

    Grid {
        columns: root.wide ? 2 : 1
        columnSpacing: 72 * Theme.u
        rowSpacing: root.spacing

        Column {
            spacing: root.spacing

            Choice {
                title: qsTr("Text size")
                current: root.session.textSize
                options: [
                    SegmentOption {
                        value: "standard"
                        label: qsTr("Standard")
                        letter: 30
                    },
                    SegmentOption {
                        value: "large"
                        label: qsTr("Large")
                        letter: 40
                    },
                    SegmentOption {
                        value: "largest"
                        label: qsTr("Largest")
                        letter: 52
                    }
                ]
                onChosen: value => root.session.setTextSize(value)
            }

            Choice {
                title: qsTr("Colours")
                current: root.session.theme
                options: [
                    SegmentOption {
                        value: "dark"
                        label: qsTr("Dark")
                        disc: true
                        ground: Theme.night.background
                        rim: Theme.night.controlBorder
                        core: Theme.night.amber
                    },
                    SegmentOption {
                        value: "light"
                        label: qsTr("Light")
                        disc: true
                        ground: Theme.light.background
                        rim: Theme.light.controlBorder
                        core: Theme.light.amber
                    },
                    SegmentOption {
                        value: "contrast"
                        label: qsTr("Contrast")
                        disc: true
                        ground: Theme.highContrast.background
                        rim: Theme.highContrast.text
                        core: Theme.highContrast.amber
                    }
                ]
                onChosen: value => root.session.setTheme(value)
            }
        }
        Column {
            spacing: 16 * Theme.u

            SwitchRow {
                width: root.column
                title: qsTr("Within reach")
                note: qsTr("Everything you touch moves to the lower half")
                checked: root.session.reach
                onToggled: on => root.session.setReach(on)
            }
            SwitchRow {
                width: root.column
                title: qsTr("Less movement")
                note: qsTr("Pictures stand still, pages simply fade")
                checked: root.session.lessMotion
                onToggled: on => root.session.setLessMotion(on)
            }
        }
    }

    component Choice: Column {
        id: choice

        property string title
        property string current
        property list<SegmentOption> options

        signal chosen(string value)

        width: root.column
        spacing: 16 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: choice.title
            Accessible.ignored: true
        }
        Segmented {
            width: parent.width
            name: choice.title
            options: choice.options
            current: choice.current
            onChosen: value => choice.chosen(value)
        }
    }
}
