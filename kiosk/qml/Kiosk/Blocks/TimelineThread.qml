pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The thread of a timeline. Touch a year or drag along; more years than fit move past the middle.
// Time runs to the right in every language.
Item {
    id: root

    required property list<TimelineEvent> events
    required property int chosen
    required property bool moving

    readonly property alias thread: years.thread
    readonly property real axisY: 62 * Theme.u
    readonly property point chosenNode: geometry.nodes[chosen] ?? Qt.point(0, 0)
    readonly property real wanted: Math.max(width - geometry.total, Math.min(0, width / 2 - chosenNode.x))
    property real shift: 0
    readonly property bool crowded: events.some((event, i) => shared(i))

    signal stepRequested(int step)

    implicitHeight: axisY + 52 * Theme.u + (crowded ? 86 : 44) * Theme.t
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    onWantedChanged: if (!drag.active)
        shift = wanted

    // A year that its neighbour has too says little: such events show their dates
    function shared(i: int): bool {
        const year = events[i].dateYear;
        return events[i - 1]?.dateYear === year || events[i + 1]?.dateYear === year;
    }

    // Brings a year that the keyboard has reached into view
    function reveal(node: Item): void {
        const air = Theme.margin;
        shift = Math.min(0, Math.max(width - geometry.total, Math.min(width - air - node.x - node.width, Math.max(air - node.x, shift))));
    }

    function nearest(x: real): int {
        const distances = events.map((event, i) => Math.abs((geometry.nodes[i] ?? Qt.point(0, 0)).x - x));
        return distances.indexOf(Math.min(...distances));
    }

    TimelineGeometry {
        id: geometry

        years: root.events.map(event => Number(event.dateYear))
        width: root.width
        node: (root.crowded ? 150 : 118) * Math.max(Theme.u, Theme.t * 0.85)
        fold: pillMeasure.widest + 72 * Theme.u
        inset: Theme.margin + 54 * Theme.u
        reach: Theme.margin
        u: Theme.u
    }

    TextFit {
        id: pillMeasure

        texts: [qsTr("%n years", "", 88)]
        font.family: Theme.family
        font.weight: Theme.weight("label")
        sizes: [Theme.pixelSize("label")]
    }

    Item {
        id: strip

        x: root.shift
        width: geometry.total
        height: root.height

        Behavior on x {
            enabled: root.moving

            NumberAnimation {
                duration: 520
                easing.type: Easing.OutQuint
            }
        }

        TimelineLine {
            id: years

            y: root.axisY
            width: parent.width
            points: geometry.line
            share: geometry.shares[root.chosen] ?? 0
            moving: root.moving
        }

        Repeater {
            model: geometry.gaps

            TimelineGap {
                required property point modelData
                required property int index

                x: modelData.x - width / 2
                y: root.axisY + modelData.y - height / 2
                years: geometry.gapYears[index] ?? 0
            }
        }

        Repeater {
            model: root.events

            TimelineNode {
                required property TimelineEvent modelData
                required property int index
                readonly property point place: geometry.nodes[index] ?? Qt.point(0, 0)

                x: place.x - width / 2
                height: root.height
                axisY: root.axisY + place.y
                labelY: root.axisY + 42 * Theme.u
                label: root.shared(index) ? modelData.dateText : modelData.dateYear
                spoken: modelData.dateText
                lit: index <= root.chosen
                current: index === root.chosen
                onTapped: root.stepRequested(index)
                onReached: root.reveal(this)
            }
        }
    }

    DragHandler {
        id: drag

        target: null
        yAxis.enabled: false
        onActiveChanged: if (!active)
            root.shift = root.wanted
        onCentroidChanged: {
            const step = active ? root.nearest(centroid.position.x - strip.x) : root.chosen;
            if (step !== root.chosen)
                root.stepRequested(step);
        }
    }
}
