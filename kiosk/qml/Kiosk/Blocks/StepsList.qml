pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// All steps below each other, a little further apart where there is room; `progress` draws the
// thread from the first to the last.
Column {
    id: root

    required property StepsBlock block
    required property bool roomy
    required property real progress
    required property color accentColor
    property real room: 0
    readonly property int last: block.steps.length - 1
    readonly property real closest: Math.round((roomy ? 30 : 12) * Theme.u)
    readonly property real rows: [...Array(steps.count).keys()].reduce((sum, i) => sum + (steps.itemAt(i)?.height ?? 0), 0)
    readonly property real least: rows + last * closest

    signal markTapped

    spacing: closest + Math.max(0, Math.min(1.2 * closest, Math.floor((room - least) / last)))
    Accessible.role: Accessible.List

    Repeater {
        id: steps

        model: root.block.steps

        StepsRow {
            required property StepsItem modelData
            required property int index

            width: root.width
            number: index + 1
            title: modelData.title
            sentence: modelData.text
            roomy: root.roomy
            last: index === root.last
            gap: root.spacing
            progress: Math.max(0, Math.min(1, root.progress * root.last - index))
            footnote: modelData.sourceMark || (last ? root.block.sourceMark : 0)
            accentColor: root.accentColor
            onMarkTapped: root.markTapped()
        }
    }
}
