pragma ComponentBehavior: Bound
import QtQuick

// A round button with an icon only; give it an accessible name. `plain` leaves out the disc.
Tappable {
    id: root

    required property string glyph
    property bool plain: false
    property bool primary: false
    property real size: Math.round(96 * Theme.u)
    property real glyphSize: 40 * Theme.t

    implicitWidth: size
    implicitHeight: size
    opacity: enabled ? 1 : 0.38
    radius: height / 2

    Rectangle {
        anchors.fill: parent
        visible: !root.plain
        radius: root.radius
        color: root.primary ? Theme.amber : Theme.background
        border.width: root.primary ? 0 : Theme.stroke
        border.color: Theme.controlBorder
    }
    Icon {
        anchors.centerIn: parent
        glyph: root.glyph
        size: root.glyphSize
        color: root.primary ? Theme.onAmber : Theme.text
    }
}
