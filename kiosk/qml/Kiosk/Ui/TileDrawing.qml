pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// The small drawing of a story, in its section's accent and the amber thread. It fills the item as
// far as its shape (320 by 180) allows and keeps to the reading side.
Item {
    id: root

    required property string drawing
    required property string accent
    property bool centred: false
    // High contrast has one hue: there the accent parts are drawn in the text colour
    readonly property color ink: Theme.contrast ? Theme.text : Theme.accentColor(accent)
    readonly property real unit: Math.min(width / 320, height / 180)
    readonly property real line: Math.max(1, 3 * Theme.u * Math.max(1, unit / Theme.u * 0.7))

    function tinted(colour: color, alpha: real): color {
        return Qt.rgba(colour.r, colour.g, colour.b, Theme.contrast ? 1 : alpha);
    }

    // Without a GPU a shape is not cut by the edge of a list; its layer is
    layer.enabled: Theme.software

    DrawingPaths {
        id: paths
    }

    component Layer: ShapePath {
        id: layer

        required property string name

        scale: Qt.size(root.unit, root.unit)
        strokeWidth: -1
        strokeColor: "transparent"
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathSvg {
            path: paths.path(root.drawing, layer.name)
        }
    }

    Shape {
        width: 320 * root.unit
        height: 180 * root.unit
        x: root.centred ? (root.width - width) / 2 : Theme.mirrored ? root.width - width : 0
        y: (root.height - height) / 2
        preferredRendererType: Shape.CurveRenderer

        Layer {
            name: "faint"
            strokeWidth: root.line * 0.6
            strokeColor: root.tinted(root.ink, 0.5)
        }
        Layer {
            name: "area"
            fillColor: Theme.contrast ? "transparent" : root.tinted(root.ink, 0.14)
        }
        Layer {
            name: "soft"
            fillColor: root.tinted(root.ink, 0.45)
        }
        Layer {
            name: "line"
            strokeWidth: root.line
            strokeColor: root.ink
        }
        Layer {
            name: "dot"
            fillColor: root.ink
        }
        Layer {
            name: "thread"
            strokeWidth: root.line
            strokeColor: root.tinted(Theme.amber, 0.8)
        }
        Layer {
            name: "light"
            fillColor: Theme.amberHigh
        }
        Layer {
            name: "amber"
            fillColor: Theme.amber
        }
        Layer {
            name: "paper"
            fillColor: Theme.text
        }
        Layer {
            name: "ring"
            strokeWidth: root.line
            strokeColor: Theme.text
            fillColor: Theme.surface
        }
    }
}
