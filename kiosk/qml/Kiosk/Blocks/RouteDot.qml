pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A town on the route: its dot, and a step for the screen reader.
Item {
    id: root

    required property point node
    required property bool capital
    required property bool lit
    required property bool current
    required property string spoken

    readonly property real dot: (capital ? 13 : 9) * Theme.u

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
}
