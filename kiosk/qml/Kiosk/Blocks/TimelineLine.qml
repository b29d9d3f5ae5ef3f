pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// The thread of a timeline: dots along the whole line, lit up to a share of it.
Item {
    id: root

    required property list<point> points
    required property real share
    required property bool moving
    readonly property alias thread: lit

    // Without a GPU the dots are drawn once, as a picture that reaches as far as the line and its waves do
    Item {
        id: dots

        readonly property real air: Math.ceil(20 * Theme.u)

        x: -Theme.margin
        y: -air
        width: root.width + 2 * Theme.margin
        height: 2 * air
        layer.enabled: Theme.software

        Shape {
            x: Theme.margin
            y: dots.air

            ShapePath {
                strokeColor: Qt.alpha(Theme.amber, Theme.contrast ? 1 : 0.45)
                strokeWidth: 4 * Theme.u
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                strokeStyle: ShapePath.DashLine
                dashPattern: [0.01, 4]

                PathPolyline {
                    path: root.points
                }
            }
        }
    }

    Thread {
        id: lit

        width: root.width
        points: root.points
        smoothed: false
        mirrored: false
        progress: root.share
        lasting: !glide.running

        Behavior on progress {
            enabled: root.moving

            NumberAnimation {
                id: glide

                duration: 520
                easing.type: Easing.OutQuint
            }
        }
    }
}
