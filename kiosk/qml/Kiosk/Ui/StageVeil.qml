pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Without a GPU it lies over the one screen that is there, above both places for screens and below
// what goes from one to the next: it looks as if the screen were faded as one picture.
Rectangle {
    required property real presence

    anchors.fill: parent
    z: 2.5
    visible: Theme.software && opacity > 0
    opacity: 1 - presence
    color: Theme.background
    Accessible.ignored: true
}
