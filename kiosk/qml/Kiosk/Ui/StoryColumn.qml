pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The blocks of the reading column below each other. Numbers get smaller before the column scrolls;
// height to spare goes above the first block, so that number and text stand on the column's foot.
ScrollColumn {
    id: root

    required property PageScreen screen
    property real tallest: height // of its blocks together
    readonly property real blocksHeight: blocks.height
    readonly property string opening: screen.page.blocks[screen.slots.indexOf("story")]?.type ?? ""
    readonly property real spare: Math.max(0, height - blocks.height)
    readonly property real lead: opening === "figure" ? Math.min(spare, 100 * Theme.u) : opening === "figures" ? Math.min(0.5 * spare, 84 * Theme.u) : Math.min(0.2 * spare, 40 * Theme.u)

    function roomFor(own: real): real {
        const all = [...Array(places.count).keys()].map(i => places.itemAt(i)).filter(place => place?.visible);
        return tallest - all.reduce((sum, place) => sum + place.leastHeight, (all.length - 1) * blocks.spacing) + own;
    }

    Item {
        width: 1
        height: root.lead
    }

    Column {
        id: blocks

        width: root.room
        spacing: Math.round(32 * Theme.u)

        Repeater {
            id: places

            model: root.screen.page.blocks.length

            delegate: Loader {
                id: place

                required property int index
                readonly property real leastHeight: (item as BlockSlot)?.leastHeight ?? 0

                width: parent?.width ?? 0
                active: root.screen.slots[index] === "story"
                visible: active
                sourceComponent: BlockSlot {
                    screen: root.screen
                    position: place.index
                    heightRoom: root.roomFor(place.leastHeight)
                }
            }
        }
    }
}
