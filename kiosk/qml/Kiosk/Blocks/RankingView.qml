pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Places over time: the thread climbs once when the page has landed.
BlockView {
    id: root

    required property RankingBlock block

    readonly property list<string> editions: block.points.map(point => point.edition)
    readonly property list<string> labels: block.points.map(point => point.editionText)
    readonly property list<int> places: block.points.map(point => point.place)
    readonly property list<string> names: block.neighbours.map(neighbour => neighbour.name)
    // The own points that may stand among the names
    readonly property list<RankingPoint> named: block.neighbours.length > 0 ? block.points.filter(point => block.neighbours.some(one => one.edition === point.edition)) : block.points.slice(-1)
    readonly property string own: block.name !== "" ? block.name : mark
    readonly property int lowest: Math.max(block.lowest, ...block.neighbours.map(neighbour => neighbour.place), 0)
    // The names are those of an older edition, which is written above them
    readonly property bool captioned: named.length > 0 && named[named.length - 1].edition !== editions[editions.length - 1]
    readonly property real plotTop: head.height + (captioned ? 62 : 44) * Theme.t
    readonly property real plotBottom: height - noteRoom - 68 * Theme.t
    readonly property real noteRoom: block.note === "" ? 0 : foot.height + 16 * Theme.u
    property real progress: 0

    // Below the last name, as far down as the plot goes
    readonly property real namesEnd: plotTop + (neighbours.rowTops[neighbours.rowTops.length - 1] ?? 0) + 0.5 * room.row
    readonly property real nameEdge: plot.x + plot.width + room.lead

    // Below that nobody sees a climb: larger text in the story scrolls instead
    leastHeight: plotTop + 220 * Theme.u + noteRoom + 68 * Theme.t
    thread: plot.thread
    asideRoom: Qt.rect(nameEdge, namesEnd, width + (Theme.portrait ? 0 : 0.5 * Theme.margin) - nameEdge, Math.max(0, plotBottom - namesEnd))
    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken
    onPlayingChanged: if (playing && progress === 0)
        climbing.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            climbing.stop();
        if (still)
            progress = 1;
    }

    NumberAnimation {
        id: climbing

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 1600
        easing.type: Easing.InOutCubic
    }

    RankingRoom {
        id: room

        names: [root.own, ...root.names]
        namedPlaces: [...root.block.neighbours, ...root.named].map(one => Theme.number(one.place, 0))
        lowest: Math.max(root.lowest, ...root.places)
        width: root.width
        plotHeight: plot.height
    }

    RankingGeometry {
        id: geometry

        editions: root.editions
        labels: root.labels
        places: root.places
        lowest: root.lowest
        width: plot.width
        height: plot.height
        inset: 40 * Theme.u
        u: Theme.u
        font: room.labelFont
        named: neighbours.ownPoint
    }

    NeighbourGeometry {
        id: neighbours

        editions: root.editions
        places: root.places
        neighbourEditions: root.block.neighbours.map(neighbour => neighbour.edition)
        neighbourPlaces: root.block.neighbours.map(neighbour => neighbour.place)
        neighbourNames: root.names
        own: root.own
        pitch: geometry.pitch
        row: room.row
        // Beside a low plot the names may go on beside the editions below it
        height: Math.max(plot.height, Math.min(plot.height + 56 * Theme.t, root.names.length * room.leastRow))
        dots: geometry.dots
        width: plot.width
        u: Theme.u
    }

    ChartTitle {
        id: head

        width: root.width - (Theme.mirrored ? 0 : room.axisWidth)
        x: Theme.mirrored ? 0 : room.axisWidth
        content: root.block.title
        footnote: root.block.sourceMark
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }

    RankingPlot {
        id: plot

        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        x: room.axisWidth
        y: root.plotTop
        width: root.width - room.axisWidth - room.nameWidth
        height: Math.max(1, root.plotBottom - root.plotTop)
        geometry: geometry
        labels: root.labels
        places: root.places
        stitchColor: root.accentColor
        progress: root.progress
    }

    RankingNames {
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        x: plot.x + plot.width
        y: plot.y
        width: room.nameWidth
        geometry: neighbours
        row: room.row
        lead: room.lead
        size: room.nameSize
        placeWidth: room.placeWidth
        lines: room.lines
        caption: root.captioned ? root.labels[neighbours.ownPoint] ?? neighbours.edition : ""
        opacity: root.progress < 1 ? 0 : 1

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.duration(180)
            }
        }
    }

    ThemeText {
        id: foot

        role: "label"
        x: head.x
        width: head.width
        visible: text !== ""
        anchors.bottom: parent.bottom
        text: root.block.note
    }
}
