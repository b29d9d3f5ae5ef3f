pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One of the two places for a screen. While it moves it is faded as one picture: parts that cover each
// other must not shine through. Without a GPU such a picture knows no transparency, and would be
// black where the screen is empty.
Loader {
    id: root

    required property bool crossing
    required property bool over

    width: parent?.width ?? 0
    height: parent?.height ?? 0
    layer.enabled: crossing && opacity > 0

    Rectangle {
        anchors.fill: parent
        z: -1
        visible: Theme.software && root.crossing
        color: Theme.background
    }

    // Nothing on a screen that leaves can be pressed, but it looks as before
    MouseArea {
        anchors.fill: parent
        z: 1
        enabled: root.over
        visible: root.over
        Accessible.ignored: true
    }
}
