pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town on the map, on a plate that keeps borders out of its letters.
Item {
    id: root

    property string text
    property bool capital: false
    property bool lit: false
    property color ground: Theme.mapLand
    property alias font: words.font

    width: words.width
    height: words.height

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -0.05 * words.size
        anchors.bottomMargin: (words.companion ? -0.1 : -0.05) * words.size
        anchors.leftMargin: -6 * Theme.u
        anchors.rightMargin: -6 * Theme.u
        color: root.ground
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
