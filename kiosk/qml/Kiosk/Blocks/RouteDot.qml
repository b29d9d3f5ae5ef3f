pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A town on the route: its dot, its name where there is room, and a step for the screen reader.
Item {
    id: root

    required property point node
    required property point spot
    required property bool named
    required property string name
    required property bool capital
    required property bool lit
    required property bool current
    required property point covered // the end of the light below a finger
    required property string spoken
    required property bool moving

    readonly property real dot: (capital ? 13 : 9) * Theme.u
    readonly property real away: Math.hypot(covered.x - Math.max(spot.x, Math.min(covered.x, spot.x + label.width)), covered.y - Math.max(spot.y, Math.min(covered.y, spot.y + label.height)))

    signal pressed

    x: node.x - width / 2
    y: node.y - height / 2
    width: 72 * Theme.u
    height: width
    Accessible.role: Accessible.RadioButton
    Accessible.name: spoken
    Accessible.checkable: true
    Accessible.checked: current
    Accessible.onPressAction: pressed()

    LightHalo {
        id: halo

        radius: 78 * Theme.u
        anchors.centerIn: parent
        visible: root.capital && root.lit
    }

    Rectangle {
        anchors.centerIn: parent
        width: 2 * root.dot
        height: width
        radius: root.dot
        color: root.lit ? Theme.amber : Theme.mapLand
        border.width: root.lit && !root.capital ? 0 : Math.round(3 * Theme.u)
        border.color: root.lit ? Theme.amberHigh : root.capital ? Theme.text : Theme.muted
    }

    RouteName {
        id: label

        x: root.spot.x - root.x
        y: root.spot.y - root.y
        text: root.name
        capital: root.capital
        lit: root.lit
        visible: root.named
        opacity: root.away < 92 * Theme.u ? 0 : 1

        Behavior on opacity {
            enabled: root.moving

            NumberAnimation {
                duration: Theme.duration(150)
            }
        }
    }
}
