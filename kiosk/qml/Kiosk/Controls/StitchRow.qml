pragma ComponentBehavior: Bound
import QtQuick

// A row of running stitches: the mark of "you are here".
Image {
    id: root

    property color color: Theme.amber

    height: Math.max(2, Math.round(5 * Theme.u))
    source: visible && height > 0 ? "image://weave/running?height=" + height + "&accent=" + Theme.hex(color) : ""
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    Accessible.ignored: true
}
