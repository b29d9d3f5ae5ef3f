pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A light on its way `from` a place to its `goal`, in px; it stays where it is while there is no goal.
Item {
    id: root

    required property point from
    required property point goal
    property real way: 0
    readonly property point end: goal.x < 0 ? from : goal

    x: from.x + (end.x - from.x) * way
    y: from.y + (end.y - from.y) * way - 120 * Theme.u * Math.sin(Math.PI * way)

    LightHalo {
        x: -radius
        y: -radius
    }
    Rectangle {
        x: -radius
        y: -radius
        width: 2 * radius
        height: width
        radius: 6.2 * Theme.u
        color: Qt.tint(Theme.amberHigh, "#73ffffff")
    }
}
