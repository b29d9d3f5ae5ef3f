pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Core
import Kiosk.Controls

// A cloth with one stitch for each of what is counted, woven from the start edge as far as the
// share goes; the thread lies where the weft has come to. What is not woven stays bare ground: the
// two differ in form, not in colour alone.
Item {
    id: root

    required property ShareGeometry geometry
    required property color dye
    required property real progress
    // The part that is seen grows by whole columns of stitches
    readonly property real seen: Math.ceil(progress * geometry.reach / Math.max(1, geometry.cell)) * geometry.cell

    implicitWidth: geometry.cloth
    implicitHeight: geometry.depth
    Accessible.ignored: true
    transform: Scale {
        origin.x: root.width / 2
        xScale: Theme.mirrored ? -1 : 1
    }

    component Stitches: ShapePath {
        id: stitches

        required property string path
        required property color color

        strokeWidth: -1
        strokeColor: "transparent"
        fillColor: color

        PathSvg {
            path: stitches.path
        }
    }

    Shape {
        width: root.width
        height: root.height
        layer.enabled: Theme.software && root.progress < 1

        Stitches {
            path: root.geometry.bare
            color: Qt.alpha(root.dye, Theme.contrast ? 1 : 0.5)
        }
    }

    Item {
        width: root.progress < 1 ? root.seen : root.width
        height: root.height
        clip: root.progress < 1

        // The software renderer does not clip shapes, but it clips the picture of them
        Shape {
            width: root.width
            height: root.height
            layer.enabled: root.progress < 1

            Stitches {
                path: root.geometry.woven[0] ?? ""
                color: root.dye
            }
            Stitches {
                path: root.geometry.woven[1] ?? ""
                color: Qt.alpha(root.dye, Theme.contrast ? 1 : 0.95)
            }
            Stitches {
                path: root.geometry.woven[2] ?? ""
                color: Qt.alpha(root.dye, Theme.contrast ? 1 : 0.91)
            }
            Stitches {
                path: root.geometry.woven[3] ?? ""
                color: Qt.alpha(root.dye, Theme.contrast ? 1 : 0.86)
            }
        }
    }

    component Weft: Thread {
        width: root.width
        height: root.height
        smoothed: false
        mirrored: false // the whole cloth is
        strokeWidth: 3.2 * Theme.u
        beadRadius: 4 * Theme.u
        spacing: 15 * Theme.u
    }

    // It travels with the weft and takes its form when the last stitch is in
    Weft {
        x: root.seen
        visible: root.progress < 1
        points: [Qt.point(0, 0), Qt.point(0, root.height)]
    }

    Weft {
        visible: root.progress === 1
        points: root.geometry.front
    }
}
