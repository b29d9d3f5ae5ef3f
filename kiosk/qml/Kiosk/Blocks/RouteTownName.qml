pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town, where there is room for it; it goes while a finger is over it. One that cannot be
// left out and has no place beside line and dots stands on a plate.
Item {
    id: root

    required property point spot
    required property point covered // the end of the light below a finger
    required property bool moving
    required property bool crowded
    property alias text: name.text
    property alias capital: name.capital
    property alias lit: name.lit
    readonly property real away: Math.hypot(covered.x - Math.max(spot.x, Math.min(covered.x, spot.x + width)), covered.y - Math.max(spot.y, Math.min(covered.y, spot.y + height)))

    x: spot.x
    y: spot.y
    width: name.width
    height: name.height
    opacity: away < 92 * Theme.u ? 0 : 1

    Behavior on opacity {
        enabled: root.moving

        NumberAnimation {
            duration: Theme.duration(150)
        }
    }

    Loader {
        active: root.crowded
        anchors.fill: parent
        anchors.leftMargin: -6 * Theme.u
        anchors.rightMargin: -6 * Theme.u
        sourceComponent: Rectangle {
            radius: 6 * Theme.u
            color: Theme.mapLand
        }
    }

    RouteName {
        id: name
    }
}
