pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page that is one block from edge to edge (a timeline, a quiz). The page's title is its eyebrow.
// Story blocks stand where the block leaves them room.
Item {
    id: root

    required property PageScreen screen
    property BlockSlot main: null
    readonly property bool asks: screen.session.pageSources.length > 0 && !(main?.cites ?? false)
    readonly property real navigation: Theme.portrait ? Theme.navHeight + Math.round(128 * Theme.u) : Theme.contentBottom

    Rectangle {
        anchors.left: eyebrow.left
        anchors.verticalCenter: eyebrow.verticalCenter
        anchors.leftMargin: -20 * Theme.u
        width: Math.min(eyebrow.implicitWidth, eyebrow.width) + 40 * Theme.u
        height: eyebrow.height + 28 * Theme.u
        z: 1
        visible: root.main?.underHead ?? false
        color: Theme.background
    }

    Eyebrow {
        id: eyebrow

        z: 1
        anchors {
            left: parent.left
            top: parent.top
            margins: Theme.margin
            topMargin: Theme.marginTop
        }
        width: Math.min(root.main?.headWidth ?? Infinity, root.width - 2 * Theme.margin - (root.asks && !Theme.reach ? sources.width + Theme.gutter : 0))
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
        visible: root.asks && !Theme.reach
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

    // Within reach it stands at the foot, after all that there is to read
    SourcesChip {
        z: 1
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.height - root.navigation - height - 8 * Theme.u
        visible: root.asks && Theme.reach
        screen: root.screen
    }
}
