pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Shows one control at a time in the room it usually has, for its reference picture.
Window {
    id: root

    width: 640
    height: 360
    color: Theme.background
    visible: true

    function dress(name, mirrored) {
        Theme.screenWidth = 1280;
        Theme.screenHeight = 720;
        Theme.name = name;
        Theme.mirrored = mirrored;
        Theme.lessMotion = true;
        Theme.software = true;
        Theme.textSize = "standard";
    }

    function show(name) {
        host.sourceComponent = root[name];
        return host.item !== null;
    }

    Loader {
        id: host

        anchors.centerIn: parent
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
    }

    readonly property Component band: Component {
        Band {
            width: 600
            title: "Smart city solutions"
            subtitle: "9 stories"
            accent: "brick"
            pattern: "link"
        }
    }
    readonly property Component buttons: Component {
        Column {
            spacing: 12

            PillButton {
                primary: true
                text: "Next story"
                glyph: Theme.glyphs.next
                glyphAfter: true
            }
            PillButton {
                text: "Reset"
                glyph: Theme.glyphs.restart
            }
            ChipButton {
                text: "Sources"
                glyph: Theme.glyphs.sources
            }
        }
    }
    readonly property Component roundButtons: Component {
        Row {
            spacing: 16

            RoundButton {
                glyph: Theme.glyphs.previous
            }
            RoundButton {
                glyph: Theme.glyphs.next
                primary: true
            }
            RoundButton {
                glyph: Theme.glyphs.next
                enabled: false
            }
        }
    }
    readonly property Component navButtons: Component {
        Row {
            spacing: 16

            NavButton {
                text: "Home"
                glyph: Theme.glyphs.home
                current: true
            }
            NavButton {
                text: "Back"
                glyph: Theme.glyphs.back
            }
        }
    }
    readonly property Component segmented: Component {
        Segmented {
            width: 560
            current: "large"
            options: [
                SegmentOption {
                    value: "standard"
                    label: "Standard"
                    letter: 30
                },
                SegmentOption {
                    value: "large"
                    label: "Large"
                    letter: 40
                }
            ]
        }
    }
    readonly property Component switches: Component {
        Column {
            spacing: 24

            SwitchRow {
                width: 560
                title: "Less movement"
                note: "Pictures stand still"
                checked: true
            }
            SwitchRow {
                width: 560
                title: "Less movement"
                note: "Pictures stand still"
            }
        }
    }
    readonly property Component focusRing: Component {
        Rectangle {
            width: 240
            height: 80
            radius: 40
            color: Theme.amber

            FocusRing {
                anchors.fill: parent
                radius: 40
            }
        }
    }
    readonly property Component progress: Component {
        WarpProgress {
            width: 400
            count: 5
            current: 2
        }
    }
    readonly property Component ring: Component {
        Ring {
            width: 300
            height: 300
            text: "19"
            remaining: 0.63
        }
    }
    readonly property Component thread: Component {
        Thread {
            width: 560
            height: 200
            points: [Qt.point(0, 180), Qt.point(140, 150), Qt.point(280, 60), Qt.point(420, 40), Qt.point(560, 20)]
        }
    }
    readonly property Component weave: Component {
        Weave {
            width: 560
            height: 200
            pattern: "snake"
            accent: Theme.accentColor("fir")
            ground: Theme.tintColor("fir")
            start: 200
        }
    }
    readonly property Component labels: Component {
        Column {
            spacing: 24

            BrandMark {
                text: "Lithuania"
            }
            FallbackLabel {
                name: "English"
            }
            StitchRow {
                width: 300
            }
            Hairline {
                width: 300
            }
        }
    }
    readonly property Component headline: Component {
        Headline {
            role: "h1"
            maxWidth: 560
            text: "Three countries, one chain of people"
        }
    }
    readonly property Component missingPicture: Component {
        PlaceholderPicture {
            width: 480
            height: 270
            accent: "fir"
            pattern: "star"
        }
    }
    readonly property Component scrolling: Component {
        ScrollColumn {
            width: 560
            height: 220

            ThemeText {
                width: 530
                text: "On 23 August 1989 people took one another by the hand, from Vilnius through Riga to Tallinn. ".repeat(8)
            }
        }
    }
}
