pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// Woven ground in four strengths, each one path of stitches.
Item {
    id: root

    required property list<string> paths
    required property color stitchColor

    function path(shade: int): string {
        return paths[shade] ?? "";
    }

    Accessible.ignored: true
    opacity: Theme.contrast ? 0.55 : 1

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeWidth: -1
            fillColor: Qt.alpha(root.stitchColor, 0.46)

            PathSvg {
                path: root.path(0)
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.alpha(root.stitchColor, 0.33)

            PathSvg {
                path: root.path(1)
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.alpha(root.stitchColor, 0.22)

            PathSvg {
                path: root.path(2)
            }
        }
        ShapePath {
            strokeWidth: -1
            fillColor: Qt.alpha(root.stitchColor, 0.13)

            PathSvg {
                path: root.path(3)
            }
        }
    }
}
