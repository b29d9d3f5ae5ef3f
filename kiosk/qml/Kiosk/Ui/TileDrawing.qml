pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The small drawing of a story, in its section's accent and the amber thread. It fills the item as
// far as its shape (320 by 180) allows and keeps to the reading side. Without a GPU it is a picture.
Item {
    id: root

    required property string drawing
    required property string accent
    property bool centred: false
    // High contrast has one hue: there the accent parts are drawn in the text colour
    readonly property color ink: Theme.contrast ? Theme.text : Theme.accentColor(accent)
    readonly property real unit: Math.min(width / 320, height / 180)
    readonly property real line: Math.max(1, 3 * Theme.u * Math.max(1, unit / Theme.u * 0.7))
    readonly property real boxX: centred ? (width - 320 * unit) / 2 : Theme.mirrored ? width - 320 * unit : 0
    readonly property real boxY: (height - 180 * unit) / 2

    function path(layer: string): string {
        return paths.path(drawing, layer);
    }

    DrawingPaths {
        id: paths
    }

    Loader {
        id: picture

        active: Theme.software && root.unit > 0
        sourceComponent: PaintedDrawing {
            drawing: root // qmllint disable incompatible-type
        }
    }

    Loader {
        x: root.boxX
        y: root.boxY
        width: 320 * root.unit
        height: 180 * root.unit
        active: !Theme.software
        sourceComponent: ShapedDrawing {
            drawing: root // qmllint disable incompatible-type
        }
    }
}
