pragma ComponentBehavior: Bound
import QtQuick

// The ring around what the keyboard (or a switch) is on: a gap in the ground colour, then the ring.
Item {
    id: root

    property real radius: 0
    readonly property real gap: Math.round(4 * Theme.u)
    readonly property real ring: Math.max(2, Math.round(6 * Theme.u))

    Rectangle {
        anchors.fill: parent
        anchors.margins: -root.gap
        color: "transparent"
        radius: root.radius > 0 ? root.radius + root.gap : 0
        border.width: root.gap
        border.color: Theme.focusRingInner
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -(root.gap + root.ring)
        color: "transparent"
        radius: root.radius > 0 ? root.radius + root.gap + root.ring : 0
        border.width: root.ring
        border.color: Theme.focusRing
    }
}
