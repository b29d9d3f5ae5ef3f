pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A published place on the thread, centred on its point: a ring where the thread begins, a disc
// further on, the largest where it ends.
Item {
    id: root

    property bool first: false
    property bool last: false
    readonly property real radius: (last ? 17 : first ? 14 : 10) * Theme.u

    Glow {
        visible: root.last && Theme.dark
        x: -width / 2
        y: -height / 2
    }

    Rectangle {
        x: -root.radius
        y: -root.radius
        width: 2 * root.radius
        height: width
        radius: root.radius
        color: root.first && !root.last ? Theme.background : Theme.amber
        border.color: Theme.amber
        border.width: 4 * Theme.u
    }
}
