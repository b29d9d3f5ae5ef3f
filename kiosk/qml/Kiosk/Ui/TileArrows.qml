pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The arrows that move a section's tiles, for those who do not swipe.
Item {
    id: root

    required property TileRow tiles
    // The section may already be leaving
    readonly property bool before: tiles !== null && tiles.moreBefore
    readonly property bool after: tiles !== null && tiles.moreAfter

    implicitWidth: row.width
    implicitHeight: row.height

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 24 * Theme.u

        RoundButton {
            size: 88 * Theme.u
            glyph: Theme.portrait ? Theme.glyphs.up : Theme.glyphs.previous
            enabled: root.before
            Accessible.name: qsTr("Stories before")
            onTapped: root.tiles.stepBack()
        }
        RoundButton {
            size: 88 * Theme.u
            glyph: Theme.portrait ? Theme.glyphs.down : Theme.glyphs.next
            enabled: root.after
            Accessible.name: qsTr("More stories")
            onTapped: root.tiles.stepOn()
        }
    }
}
