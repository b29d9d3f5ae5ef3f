pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town on the map, on a plate that keeps borders out of its letters.
ThemeText {
    id: root

    property bool capital: false
    property bool lit: false
    property color ground: Theme.mapLand

    role: capital ? "h3" : "label"
    color: lit || capital && Theme.contrast ? Theme.text : Theme.muted
    lineHeight: Theme.naturalLine * size
    topPadding: 0
    bottomPadding: 0
    wrapMode: Text.NoWrap

    Rectangle {
        z: -1
        anchors.fill: parent
        anchors.margins: 0.1 * root.size
        anchors.leftMargin: -6 * Theme.u
        anchors.rightMargin: -6 * Theme.u
        color: Qt.alpha(root.ground, 0.75)
    }
}
