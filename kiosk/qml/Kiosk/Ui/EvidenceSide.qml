pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The picture side of a page: its evidence block, and small numbers where that leaves them room.
Item {
    id: root

    required property PageScreen screen
    // What its blocks cannot do without, a code for a phone for example
    readonly property real leastHeight: Math.max(0, ...[...Array(places.count).keys()].map(i => places.itemAt(i)).map(place => ((place as Loader)?.item as BlockSlot)?.leastHeight ?? 0))

    property BlockSlot chart: null
    readonly property rect asideRoom: chart?.asideRoom ?? Qt.rect(0, 0, 0, 0)

    Binding {
        target: root.screen
        property: "roomAside"
        value: root.asideRoom.height >= (aside.item?.implicitHeight ?? 0) // qmllint disable missing-property
        when: (root.chart?.view ?? null) !== null && aside.item !== null
        restoreMode: Binding.RestoreNone
    }

    Repeater {
        id: places

        model: root.screen.page.blocks.length

        delegate: Loader {
            id: place

            required property int index

            anchors.fill: parent
            active: root.screen.page.slots[index] === "evidence"
            onLoaded: root.chart = item as BlockSlot
            sourceComponent: BlockSlot {
                screen: root.screen
                position: place.index
            }
        }
    }

    Loader {
        id: aside

        // A chart is never mirrored, nor what stands in its room
        LayoutMirroring.enabled: false
        active: !Theme.portrait && Theme.readingSize === "standard" && root.screen.page.slots.includes("aside")
        visible: root.screen.roomAside
        x: root.asideRoom.x
        y: root.asideRoom.y + root.asideRoom.height - height
        width: root.asideRoom.width
        sourceComponent: AsideFigures {
            screen: root.screen
        }
    }
}
