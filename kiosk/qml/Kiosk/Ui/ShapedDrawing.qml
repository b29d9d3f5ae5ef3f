pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// The layers of a small drawing as shapes; `kiosk/bridge/drawingpaint.py` paints the same ones.
Item {
    id: root

    required property TileDrawing drawing
    readonly property color ink: drawing.ink
    readonly property real unit: drawing.unit
    readonly property real line: drawing.line

    function tinted(colour: color, alpha: real): color {
        return Qt.rgba(colour.r, colour.g, colour.b, Theme.contrast ? 1 : alpha);
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
            path: root.drawing.path(layer.name)
        }
    }

    Shape {
        anchors.fill: parent
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
