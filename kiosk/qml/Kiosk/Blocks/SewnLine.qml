pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Controls

// A line sewn in the accent, for what stands beside the thread: each has stitches of its own length,
// so that lines which cross are told apart without colour.
Item {
    id: root

    required property string path
    required property int order
    required property color color

    readonly property list<real> lengths: [7, 3.2, 1.1]

    Accessible.ignored: true

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: root.color
            strokeWidth: 4 * Theme.u
            fillColor: "transparent"
            capStyle: ShapePath.FlatCap
            joinStyle: ShapePath.RoundJoin
            strokeStyle: ShapePath.DashLine
            dashPattern: [root.lengths[root.order % root.lengths.length], 1.3]

            PathSvg {
                path: root.path
            }
        }
    }
}
