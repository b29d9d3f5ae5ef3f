pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls
import Kiosk.Blocks

// The climb of a ranking, drawn once while its scene is shown.
Item {
    id: root

    required property RankingBlock block
    required property Section section
    required property string mark

    // Its place ends at the screen's edge
    Loader {
        x: Theme.mirrored ? Theme.margin : 0
        width: root.width - Theme.margin
        height: root.height
        active: root.block !== null
        sourceComponent: RankingView {
            block: root.block
            accent: root.section.accent
            pattern: root.section.pattern
            mark: root.mark
            still: Theme.software || Theme.lessMotion
            arrived: true
            enabled: false
        }
    }
}
