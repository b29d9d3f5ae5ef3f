pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page that is one block from edge to edge (a timeline, a quiz). The page's title is its eyebrow.
// Story blocks stand where the block leaves them room.
Item {
    id: root

    required property PageScreen screen
    property BlockSlot main: null
    readonly property real navigation: Theme.portrait ? Theme.navHeight + Math.round(128 * Theme.u) : Theme.contentBottom

    Eyebrow {
        id: eyebrow
        anchors {
            left: parent.left
            top: parent.top
            margins: Theme.margin
            topMargin: Theme.marginTop
        }
        width: Math.min(root.main?.headWidth ?? Infinity, root.width - 2 * Theme.margin - (sources.visible ? sources.width + Theme.gutter : 0))
        glyph: root.screen.section.iconGlyph
        text: root.screen.page.title
        accent: root.screen.section.accent
    }

    SourcesChip {
        id: sources

        z: 1
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            top: parent.top
            topMargin: Theme.marginTop - Math.round(20 * Theme.u)
        }
        visible: screen.session.pageSources.length > 0 && !(root.main?.cites ?? false)
        screen: root.screen
    }

    Repeater {
        model: root.screen.page.blocks.length

        delegate: Loader {
            id: place

            required property int index

            anchors {
                fill: parent
                topMargin: Theme.marginTop
                bottomMargin: root.navigation
            }
            active: index === root.screen.page.slots.indexOf("full")
            onLoaded: root.main = item as BlockSlot
            sourceComponent: BlockSlot {
                screen: root.screen
                position: place.index
                headRoom: eyebrow.height
            }
        }
    }

    Loader {
        readonly property rect room: root.main?.storyRoom ?? Qt.rect(0, 0, 0, 0)

        x: Theme.mirrored ? root.width - room.x - room.width : room.x
        y: Theme.marginTop + room.y + (root.main?.storyAtFoot ?? false ? room.height - height : 0)
        width: room.width
        active: root.screen.slots.includes("story") && room.width > 0
        sourceComponent: StoryColumn {
            height: Math.min(blocksHeight, tallest)
            tallest: root.main?.storyRoom.height ?? 0
            screen: root.screen
        }
    }
}
