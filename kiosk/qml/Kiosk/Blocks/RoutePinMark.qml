pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A place beside the route: a small square, as no town on the way has, and its words.
Item {
    id: root

    required property point node
    required property point spot
    required property bool named
    required property string name

    x: node.x
    y: node.y
    visible: named

    Rectangle {
        readonly property real side: 14 * Theme.u

        x: -side / 2
        y: -side / 2
        width: side
        height: side
        rotation: 45
        color: Theme.mapLand
        border.width: Math.round(2 * Theme.u)
        border.color: Theme.muted
    }

    RouteName {
        x: root.spot.x - root.x
        y: root.spot.y - root.y
        text: root.name
    }
}
