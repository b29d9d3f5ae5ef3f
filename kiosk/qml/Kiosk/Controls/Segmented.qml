pragma ComponentBehavior: Bound
import QtQuick

// One of a few: the chosen one is a filled plate, the others are empty. Stands below each other when
// the words do not fit side by side.
Item {
    id: root

    required property list<SegmentOption> options
    property string current
    property string name
    readonly property real inset: Math.round(8 * Theme.u)
    readonly property real cell: (width - 2 * inset) / Math.max(1, options.length)
    readonly property bool stacked: widest > cell
    readonly property real widest: {
        let most = 0;
        for (let i = 0; i < plates.count; i++)
            most = Math.max(most, (plates.itemAt(i) as Segment)?.wanted ?? 0);
        return most;
    }

    signal chosen(string value)

    implicitHeight: grid.height + 2 * inset
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: 24 * Theme.u
        color: Theme.background
        border.width: Theme.contrast ? Theme.stroke : 0
        border.color: Theme.controlBorder
    }
    Grid {
        id: grid

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: root.inset
        columns: root.stacked ? 1 : root.options.length

        Repeater {
            id: plates

            model: root.options

            delegate: Segment {
                required property SegmentOption modelData

                option: modelData
                width: root.stacked ? root.width - 2 * root.inset : root.cell
                chosen: modelData.value === root.current
                onTapped: root.chosen(modelData.value)
            }
        }
    }
}
