pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// The middle of the bar at the foot. The pager is kept while it is not shown: the touch that opens a
// story has enough to do.
Item {
    id: root

    required property Session session
    required property TileRow tiles
    required property real row
    required property bool paged
    required property bool scrolls

    implicitWidth: paged ? pager.implicitWidth : arrows.implicitWidth
    implicitHeight: paged ? pager.implicitHeight : arrows.implicitHeight

    Pager {
        id: pager

        anchors.fill: parent
        visible: root.paged
        session: root.session
        row: root.row
    }

    Loader {
        id: arrows

        anchors.fill: parent
        active: root.scrolls
        sourceComponent: TileArrows {
            tiles: root.tiles
        }
    }
}
