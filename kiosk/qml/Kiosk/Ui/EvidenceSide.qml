pragma ComponentBehavior: Bound
import QtQuick

// The picture side of a page: its evidence block, or the area's cloth where there is none.
Item {
    id: root

    required property PageScreen screen

    Repeater {
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
