pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What one can ask of a page: its sources, and what to take along. Where both find no room side by
// side the sources stay: the codes are there, too.
Grid {
    id: root

    required property PageScreen screen
    property real room: Infinity
    property bool upright: false
    readonly property Session session: screen.session
    readonly property bool takes: session.pageSources.some(source => source.code !== "") || (session.contact !== null && session.contact.code !== "")

    columns: upright ? 1 : 2
    spacing: Math.round(18 * Theme.u)
    horizontalItemAlignment: Grid.AlignLeft
    visible: sources.visible || take.visible

    SourcesChip {
        id: sources

        width: root.upright && take.visible ? Math.max(implicitWidth, take.implicitWidth) : implicitWidth
        screen: root.screen
    }

    ChipButton {
        id: take

        visible: root.takes && (!sources.visible || root.upright || sources.width + root.spacing + implicitWidth <= root.room)
        text: qsTr("Take with you")
        glyph: Theme.glyphs.takeAway
        onTapped: root.session.openPanel("takeaway")
    }
}
