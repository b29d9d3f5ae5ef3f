pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Core
import Kiosk.Controls

// Names beside a ranking, set apart and led to their lines by elbows; the own one in amber.
Item {
    id: root

    required property NeighbourGeometry geometry
    required property real row
    required property real placeWidth
    required property int lines
    // The edition of the names where it is an older one than the last; else empty
    required property string caption

    readonly property real last: root.geometry.rowTops[root.geometry.rowTops.length - 1] ?? 0

    required property real lead
    required property real size

    Shape {
        ShapePath {
            strokeWidth: Theme.hairline
            strokeColor: Theme.contrast ? Theme.line : Qt.alpha(Theme.muted, 0.55)
            fillColor: "transparent"

            PathSvg {
                path: root.geometry.elbows
            }
        }
        ShapePath {
            // From an older edition it runs beside the thread and must not pass for a second one
            strokeWidth: (root.caption !== "" ? 1.5 : 3) * Theme.u
            strokeColor: Theme.amber
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.geometry.ownElbow
            }
        }
    }

    ThemeText {
        role: "label"
        visible: root.caption !== ""
        x: root.lead
        y: root.lines > 1 ? root.last + 0.7 * root.lines * root.size : (root.geometry.rowTops[0] ?? 0) - 0.62 * root.size - height
        width: root.width - root.lead
        text: root.caption
    }

    Repeater {
        model: root.geometry.rowPlaces

        RankingName {
            required property int modelData
            required property int index

            x: root.lead
            y: (root.geometry.rowTops[index] ?? 0) - height / 2
            width: root.width - root.lead
            place: modelData
            name: root.geometry.rowNames[index] ?? ""
            own: index === root.geometry.ownRow
            size: root.size
            placeWidth: root.placeWidth
        }
    }
}
