pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A check in a filled disc or a cross in a ring: told apart by shape, not by hue.
Rectangle {
    id: root

    required property bool correct
    required property real size

    width: size
    height: size
    radius: size / 2
    color: correct ? Theme.amber : "transparent"
    border.width: correct ? 0 : Theme.stroke
    border.color: Theme.text
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        size: root.size * 0.6
        glyph: root.correct ? Theme.glyphs.check : Theme.glyphs.close
        color: root.correct ? Theme.onAmber : Theme.text
    }
}
