pragma ComponentBehavior: Bound
import QtQuick

// Light around a point, in the dark theme only. The item is `2 * radius` wide.
Image {
    id: root

    property real radius: 75 * Theme.u
    property real strength: 0.42
    property color color: Theme.amber

    width: 2 * radius
    height: width
    opacity: Theme.dark ? strength : 0
    source: opacity > 0 ? "image://weave/glow?height=160&accent=" + Theme.hex(color) : ""
    Accessible.ignored: true
}
