pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town on the map, on a plate that keeps borders out of its letters: no higher than
// they are and, but for high contrast, without hard ends.
Item {
    id: root

    property string text
    property bool capital: false
    property bool lit: false
    property color ground: Theme.mapLand
    property alias font: words.font

    readonly property real soft: (Theme.contrast ? 6 : 18) * Theme.u

    width: words.width
    height: words.height

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: (words.companion || Theme.contrast ? -0.05 : 0.02) * words.size
        anchors.bottomMargin: (words.companion ? -0.1 : -0.05) * words.size
        anchors.leftMargin: -root.soft
        anchors.rightMargin: -root.soft
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: Qt.alpha(root.ground, Theme.contrast ? 1 : 0)
            }
            GradientStop {
                position: root.soft / (words.width + 2 * root.soft)
                color: root.ground
            }
            GradientStop {
                position: 1 - root.soft / (words.width + 2 * root.soft)
                color: root.ground
            }
            GradientStop {
                position: 1
                color: Qt.alpha(root.ground, Theme.contrast ? 1 : 0)
            }
        }
    }

    ThemeText {
        id: words

        role: root.capital ? "h3" : "label"
        color: root.lit || root.capital && Theme.contrast ? Theme.text : Theme.muted
        lineHeight: Theme.naturalLine * size
        topPadding: -Math.floor(lift)
        bottomPadding: -topPadding
        wrapMode: Text.NoWrap
        text: root.text
    }
}
