pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// Light around a point, in the dark theme only.
Item {
    id: root

    property real radius: 75 * Theme.u
    property real strength: 0.42
    property color color: Theme.amber

    width: 2 * radius
    height: width
    visible: Theme.dark
    Accessible.ignored: true

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeWidth: -1
            strokeColor: "transparent"
            startX: 2 * root.radius
            startY: root.radius
            fillGradient: RadialGradient {
                centerX: root.radius
                centerY: root.radius
                focalX: centerX
                focalY: centerY
                centerRadius: root.radius

                GradientStop {
                    position: 0
                    color: Qt.alpha(root.color, root.strength)
                }
                GradientStop {
                    position: 0.35
                    color: Qt.alpha(root.color, root.strength * 0.38)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(root.color, 0)
                }
            }

            PathAngleArc {
                centerX: root.radius
                centerY: root.radius
                radiusX: root.radius
                radiusY: root.radius
                sweepAngle: 360
            }
        }
    }
}
