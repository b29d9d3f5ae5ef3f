pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Pictures to look at closely: one that runs off the screen, its words on a plate, buttons for one hand, and
// small ones that lead to the others: beside it, upright below it.
BlockView {
    id: root

    required property GalleryBlock block

    cites: true
    underHead: true
    headWidth: sheet.width - Theme.margin - 24 * Theme.u
    ready: sheet.ready && filled()

    readonly property int count: block.pictures.length
    readonly property int chosen: Math.max(0, Math.min(step, count - 1))
    readonly property GalleryPicture shown: block.pictures[chosen]
    readonly property real gap: 24 * Theme.u
    // Within reach the small ones begin lower, many of them in two columns
    readonly property real thumbTop: Math.max(0, Theme.reachTop - Theme.marginTop)
    readonly property int columns: Theme.portrait ? count : Theme.reach && count > 4 ? 2 : 1
    readonly property int rows: Math.ceil(count / columns)
    readonly property real thumbWidth: Theme.portrait ? Math.min(300 * Theme.u, (width - 2 * Theme.margin - (count - 1) * gap) / count) : (320 * Theme.u + gap) / columns - gap
    readonly property real thumbHeight: Theme.portrait ? 190 * Theme.u : Math.min(272 * Theme.u, (height - thumbTop - (rows - 1) * gap) / rows)

    function filled(): bool {
        for (let i = 0; i < thumbs.count; ++i)
            if (!(thumbs.itemAt(i) as GalleryThumb)?.complete)
                return false;
        return true;
    }

    GallerySheet {
        id: sheet

        anchors.left: parent.left
        y: -Theme.marginTop
        width: Theme.portrait ? root.width : root.width - Theme.margin - 320 * Theme.u - root.gap
        height: (Theme.portrait ? plate.y : root.height) - y
        picture: root.shown.picture
        accent: root.accent
        pattern: root.pattern
        still: root.still
    }

    GalleryPlate {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? 0 : Theme.margin - pad
        y: Theme.portrait ? small.y - height - 8 * Theme.u : root.height - height
        pad: Theme.portrait ? Theme.margin : 20 * Theme.u
        room: Theme.portrait ? root.width - 2 * Theme.margin - closer.width - 40 * Theme.u : Math.min(680 * Theme.t, sheet.width - Theme.margin - closer.width - 120 * Theme.u)
        shown: root.shown
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }

    Column {
        id: closer

        anchors.right: sheet.right
        anchors.rightMargin: Theme.portrait ? Theme.margin : 40 * Theme.u
        anchors.bottom: sheet.bottom
        anchors.bottomMargin: 28 * Theme.u
        spacing: 16 * Theme.u
        visible: !sheet.missing

        RoundButton {
            glyph: Theme.glyphs.zoomIn
            enabled: sheet.zoom < sheet.most
            Accessible.name: qsTr("Closer")
            onTapped: sheet.step(1)
        }
        RoundButton {
            glyph: Theme.glyphs.zoomOut
            enabled: sheet.zoom > 1
            Accessible.name: qsTr("Farther away")
            onTapped: sheet.step(-1)
        }
    }

    Grid {
        id: small

        // One anchor on every screen: a screen that turns would keep a second one
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? root.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? root.height - height - 8 * Theme.u : root.thumbTop
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: thumbs

            model: root.block.pictures

            GalleryThumb {
                required property GalleryPicture modelData
                required property int index

                width: root.thumbWidth
                height: root.thumbHeight
                shown: modelData
                accent: root.accent
                pattern: root.pattern
                current: index === root.chosen
                onTapped: root.stepRequested(index)
            }
        }
    }
}
