import QtQuick
import Kiosk.Controls

// A screen with one fault of each kind that the walk over the items must see.
Window {
    width: 1920
    height: 1080
    visible: true

    FocusScope {
        anchors.fill: parent
        focus: true

        ThemeText {
            x: 100
            y: 100
            text: "sound"
        }
        ThemeText {
            x: 100
            y: 200
            width: 90
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            text: "shortened by three dots"
        }
        Item {
            x: 100
            y: 300
            width: 60
            height: 60
            clip: true

            ThemeText {
                wrapMode: Text.NoWrap
                text: "clipped by its parent"
            }
        }
        ThemeText {
            x: 100
            y: 400
            text: "beneath"
        }
        ThemeText {
            x: 110
            y: 405
            text: "above"
        }
        ThemeText {
            x: 100
            y: 500
            visible: false
            text: "hidden"
        }
        ThemeText {
            x: 100
            y: 500
            opacity: 0
            text: "faded"
        }
        PillButton {
            x: 100
            y: 600
            text: "first"
        }
        RoundButton {
            x: 900
            y: 600
            size: 40
            glyph: Theme.glyphs.home
        }
        PillButton {
            x: 100
            y: 800
            activeFocusOnTab: false
            text: "unreachable"
        }
    }
}
