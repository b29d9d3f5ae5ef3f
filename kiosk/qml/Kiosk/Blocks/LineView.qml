pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Values over time: the thread runs once through its values when the page has landed. Time runs to
// the right in every language.
BlockView {
    id: root

    required property LineBlock block

    readonly property list<LineSeries> series: block.series
    readonly property list<LinePoint> points: series.reduce((all, one) => all.concat([...one.points]), [])
    readonly property int amber: Math.max(0, series.findIndex(one => one.highlight))
    readonly property list<string> names: series.map(one => one.name)
    readonly property real plotTop: head.height + 62 * Theme.t
    readonly property real noteRoom: block.note === "" ? 0 : foot.height + 16 * Theme.u
    readonly property real footRoom: noteRoom + 68 * Theme.t
    // Too many names for a low room: the chart keeps its height and scrolls
    readonly property real leastPlot: Math.max(130 * Theme.u, series.length * room.row)
    readonly property color otherColor: Theme.contrast ? Theme.text : accentColor
    property real progress: 0

    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken
    onPlayingChanged: if (playing && progress === 0)
        drawing.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            drawing.stop();
        if (still)
            progress = 1;
    }

    NumberAnimation {
        id: drawing

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 1600
        easing.type: Easing.InOutCubic
    }

    LineRoom {
        id: room

        ticks: numbers.tickTexts
        values: root.series.map(one => [...one.points].reverse().find(point => point.valueText !== "")?.valueText ?? "")
        names: root.names
        width: root.width
        height: root.height - root.plotTop - root.footRoom
    }

    LineScale {
        id: numbers

        values: geometry.values
        texts: geometry.texts
        fromZero: root.block.fromZero
        height: root.height - 220 * Theme.t
        pitch: 90 * Theme.t
        localeName: Theme.localeName
        scales: [qsTr("%1 million"), qsTr("%1 billion"), qsTr("%1 trillion")]
    }

    LineGeometry {
        id: geometry

        counts: root.series.map(one => one.points.length)
        dates: root.points.map(point => point.date)
        values: root.points.map(point => point.value)
        texts: root.points.map(point => point.valueText)
        amber: root.amber
        fromZero: root.block.fromZero
        low: numbers.low
        high: numbers.high
        width: plot.width
        height: plot.height
        inset: 22 * Theme.u
        u: Theme.u
        font: room.labelFont
        localeName: Theme.localeName
        monthPattern: qsTr("MMM yyyy")
    }

    LineEndsGeometry {
        id: ends

        points: geometry.ends
        amber: root.amber
        row: room.row
        tail: 0.6 * room.valueSize + room.nameHeight
        width: plot.width
        height: plot.height
        u: Theme.u
    }

    ScrollColumn {
        width: root.width
        height: root.height

        Item {
            width: root.width
            height: plot.y + plot.height + root.footRoom

            Column {
                id: head

                width: root.width - (Theme.mirrored ? 0 : room.axisWidth)
                x: Theme.mirrored ? 0 : room.axisWidth

                ChartTitle {
                    width: parent.width
                    content: root.block.title
                    footnote: root.block.sourceMark
                    markColor: root.accentColor
                    onMarkTapped: root.sourcesRequested()
                }

                ThemeText {
                    role: "label"
                    width: parent.width
                    visible: text !== ""
                    text: root.block.unit
                }
            }

            Item {
                id: plot

                LayoutMirroring.enabled: false
                LayoutMirroring.childrenInherit: true
                x: room.axisWidth
                y: root.plotTop
                width: Math.max(1, root.width - room.axisWidth - room.endWidth)
                height: Math.max(root.leastPlot, root.height - root.plotTop - root.footRoom)

                LineAxis {
                    anchors.fill: parent
                    geometry: geometry
                    numbers: numbers
                    fromZero: root.block.fromZero
                }

                LinePlot {
                    anchors.fill: parent
                    geometry: geometry
                    stitchColor: root.accentColor
                    otherColor: root.otherColor
                    progress: root.progress
                }

                LineEnds {
                    x: plot.width
                    width: room.endWidth
                    geometry: ends
                    names: root.names
                    values: room.values
                    amber: root.amber
                    otherColor: root.otherColor
                    lead: room.lead
                    valueSize: room.valueSize
                    nameSize: room.nameSize
                    opacity: root.progress < 1 ? 0 : 1

                    Behavior on opacity {
                        NumberAnimation {
                            duration: Theme.duration(180)
                        }
                    }
                }
            }

            ThemeText {
                id: foot

                role: "label"
                x: head.x
                width: head.width
                visible: text !== ""
                y: plot.y + plot.height + 84 * Theme.t
                text: root.block.note
            }
        }
    }
}
