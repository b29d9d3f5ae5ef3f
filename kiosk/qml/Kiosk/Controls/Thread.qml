pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Core

// The amber thread through `points` (px, in reading direction: mirrored within its width unless told
// otherwise). `progress` draws it in; `lit` false leaves the bare line. The halo is for dark only.
// While a film between two screens carries the thread it is `away`. `route` says where it stands: what
// is drawn, or the `entire` line, and where it would go `onward` in one piece. A `lasting` thread stays
// as it is for a while: without a GPU it is painted once as a picture.
Item {
    id: root

    property list<point> points
    property bool smoothed: true
    property bool mirrored: Theme.mirrored
    property bool lit: true
    property bool beaded: lit
    property real strength: 1
    property real strokeWidth: 2 * Theme.u
    property real spacing: 12 * Theme.u
    property real beadRadius: 2.7 * Theme.u
    property real beadSpread: 0.25
    property color color: lit ? Theme.amber : Theme.line
    // In the dark the light of a bead adds to the amber below it
    property color beadColor: Theme.dark ? Qt.rgba(Theme.amberHigh.r + 0.75 * Theme.amber.r, Theme.amberHigh.g + 0.75 * Theme.amber.g, Theme.amberHigh.b + 0.75 * Theme.amber.b, 1) : Theme.amberHigh
    property real progress: 1
    property list<point> onward
    property bool entire: false
    property bool away: false
    readonly property point tip: Qt.point(mirrored ? width - geometry.tip.x : geometry.tip.x, geometry.tip.y)
    property real halo: lit && Theme.dark ? strength : 0
    property bool lasting: false
    readonly property bool painted: picture.item !== null && (picture.item as PaintedThread).ready
    // One that has never moved needs no shapes until its picture is there
    property bool seen: false
    readonly property bool bare: painted || (picture.active && !seen && !Theme.lessMotion)

    onPaintedChanged: seen = true
    onLastingChanged: seen = true

    // Opaque: reading it point by point would make the whole list for each of them
    function route(): var {
        return entire ? geometry.whole : geometry.line;
    }

    transform: Scale {
        origin.x: root.width / 2
        xScale: root.mirrored ? -1 : 1
    }
    Accessible.ignored: true
    opacity: away ? 0 : 1

    ThreadPath {
        id: geometry

        points: root.points
        smooth: root.smoothed
        spacing: root.beaded ? root.spacing : 0
        radius: root.beadRadius
        spread: root.beadSpread
        progress: root.progress
    }

    component Stroke: ShapePath {
        id: stroke

        property real share: 1

        fillColor: "transparent"
        strokeColor: Qt.alpha(root.color, share)
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathPolyline {
            path: root.bare ? [] : geometry.line
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        Stroke {
            strokeWidth: root.halo > 0 ? root.strokeWidth * 11 : -1
            share: 0.025 * root.halo
        }
        Stroke {
            strokeWidth: root.halo > 0 ? root.strokeWidth * 6 : -1
            share: 0.05 * root.halo
        }
        Stroke {
            strokeWidth: root.halo > 0 ? root.strokeWidth * 3 : -1
            share: 0.09 * root.halo
        }
        Stroke {
            strokeWidth: root.strokeWidth
            share: (root.lit ? 0.75 : 1) * root.strength
        }
        ShapePath {
            fillColor: Qt.alpha(root.beadColor, 0.9 * root.strength)
            strokeWidth: -1
            strokeColor: "transparent"
            fillRule: ShapePath.WindingFill

            PathSvg {
                path: root.bare ? "" : geometry.beads
            }
        }
    }

    Loader {
        id: picture

        active: root.lasting && Theme.software && root.progress > 0 && geometry.bounds.width + geometry.bounds.height > 0
        sourceComponent: PaintedThread {
            thread: root // qmllint disable incompatible-type
            geometry: geometry
        }
    }
}
