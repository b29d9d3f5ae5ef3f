pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// The whole way as dots, and the light on it from the start and from the end. When the line is
// complete all of it brightens once.
Item {
    id: root

    required property list<point> points
    required property real head
    required property real tail
    required property bool flare

    readonly property alias thread: fromStart
    readonly property list<point> backwards: points.slice().reverse()
    property real glow: 0

    onFlareChanged: if (flare)
        brightening.restart()

    SequentialAnimation {
        id: brightening

        NumberAnimation {
            target: root
            property: "glow"
            to: Theme.lessMotion ? 0 : 1
            duration: Theme.travel(260)
            easing.type: Easing.OutQuad
        }
        NumberAnimation {
            target: root
            property: "glow"
            to: 0
            duration: Theme.travel(900)
            easing.type: Easing.InOutSine
        }
    }

    Shape {
        preferredRendererType: Shape.CurveRenderer
        visible: root.head < 1

        ShapePath {
            strokeColor: Theme.contrast ? Theme.amber : Qt.alpha(Theme.amber, 0.7)
            strokeWidth: 4 * Theme.u
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.01, 2.6]

            PathPolyline {
                path: root.points
            }
        }
    }

    component Light: Thread {
        smoothed: false
        mirrored: false
        strokeWidth: (3 + 3 * root.glow) * Theme.u
        spacing: 7.5 * Theme.u
        beadRadius: (4.2 + 1.5 * root.glow) * Theme.u
        beadSpread: 0.18
    }

    // Before anybody has drawn it, the thread of the page before gathers in a bead at the start
    Light {
        id: fromStart

        points: root.points
        progress: Math.max(root.head, 1e-4)
    }
    Light {
        points: root.backwards
        progress: 1 - root.tail
        visible: root.tail < 1
    }
}
