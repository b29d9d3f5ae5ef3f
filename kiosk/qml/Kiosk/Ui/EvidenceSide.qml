pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The picture side of a page: its chart or picture, of which it has one, and small numbers where that
// leaves them room.
Item {
    id: root

    required property PageScreen screen
    readonly property BlockSlot chart: place.item as BlockSlot
    // What the block cannot do without, a code for a phone for example
    readonly property real leastHeight: chart?.leastHeight ?? 0
    readonly property rect asideRoom: chart?.asideRoom ?? Qt.rect(0, 0, 0, 0)

    Binding {
        target: root.screen
        property: "roomAside"
        value: root.asideRoom.height >= (aside.item?.implicitHeight ?? 0) // qmllint disable missing-property
        when: (root.chart?.view ?? null) !== null && aside.item !== null
        restoreMode: Binding.RestoreNone
    }

    Loader {
        id: place

        anchors.fill: parent
        active: root.screen.evidence
        sourceComponent: BlockSlot {
            screen: root.screen
            position: root.screen.page.slots.indexOf("evidence")
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
