pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Two to four numbers of equal rank: side by side where they have room, else below each other.
BlockView {
    id: root

    required property FiguresBlock block

    readonly property int count: block.items.length
    readonly property int most: Math.max(1, Math.floor((width + grid.spacing) / (230 * Theme.t + grid.spacing)))
    readonly property int columns: count <= most ? count : most > 1 ? 2 : 1

    implicitHeight: grid.height

    Flow {
        id: grid

        width: root.width
        spacing: 32 * Theme.u

        Repeater {
            model: root.block.items

            FigureCell {
                required property FiguresItem modelData
                required property int index
                // A number alone in its line has the whole line for its words
                readonly property bool alone: index === root.count - 1 && index % root.columns === 0

                width: alone ? grid.width : Math.floor((grid.width - (root.columns - 1) * grid.spacing) / root.columns)
                item: modelData
                markColor: root.accentColor
                onMarkTapped: root.sourcesRequested()
            }
        }
    }
}
