pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town, where there is room for it; it goes while a finger is over it.
RouteName {
    id: root

    required property point spot
    required property point covered // the end of the light below a finger
    required property bool moving
    readonly property real away: Math.hypot(covered.x - Math.max(spot.x, Math.min(covered.x, spot.x + width)), covered.y - Math.max(spot.y, Math.min(covered.y, spot.y + height)))

    x: spot.x
    y: spot.y
    opacity: away < 92 * Theme.u ? 0 : 1

    Behavior on opacity {
        enabled: root.moving

        NumberAnimation {
            duration: Theme.duration(150)
        }
    }
}
