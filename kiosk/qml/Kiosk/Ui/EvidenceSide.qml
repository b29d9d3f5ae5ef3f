pragma ComponentBehavior: Bound
import QtQuick

// The picture side of a page: its evidence block, or the area's cloth where there is none.
Item {
    id: root

    required property PageScreen screen
    // What its blocks cannot do without, a code for a phone for example
    readonly property real leastHeight: Math.max(0, ...[...Array(places.count).keys()].map(i => places.itemAt(i)).map(place => ((place as Loader)?.item as BlockSlot)?.leastHeight ?? 0))

    Repeater {
        id: places

        model: root.screen.page.blocks.length

        delegate: Loader {
            id: place

            required property int index

            anchors.fill: parent
            active: root.screen.slots[index] === "evidence"
            sourceComponent: BlockSlot {
                screen: root.screen
                position: place.index
            }
        }
    }
}
