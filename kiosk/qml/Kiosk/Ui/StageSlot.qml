pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One of the two places for a screen. It is faded as one picture: parts that cover each other must not
// shine through. The picture stays while the screen rests, so that a frame in which something else
// moves need not draw all of it again. Without a GPU there is none, and the stage's veil fades the screen.
SourceLoader {
    id: root

    required property bool pictured
    required property bool over

    // How much of it is there, 0 to 1, and how far from its place it is
    property real presence: 1
    property real shift: 0

    x: Math.round(shift)
    width: parent?.width ?? 0
    height: parent?.height ?? 0
    // One that has left is out of the scene before it is freed: freeing it would paint its place again
    visible: !over || presence > 0
    opacity: Theme.software ? Math.ceil(presence) : presence
    layer.enabled: pictured && opacity > 0 && !Theme.software

    // On it everything has the colours that it has on the window
    Rectangle {
        anchors.fill: parent
        z: -1
        visible: root.layer.enabled
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
