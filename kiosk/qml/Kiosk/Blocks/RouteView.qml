pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A route that fingers draw on a map: the light runs after the hand and counts the kilometres. The
// visit holds the town that was reached; what lies between two towns is forgotten with the page.
BlockView {
    id: root

    required property RouteBlock block

    cites: true
    ready: chart.ready
    headWidth: column
    thread: chart.thread

    readonly property int town: Math.max(0, Math.min(step, block.towns.length - 1))
    readonly property real column: Theme.portrait ? width - 2 * Theme.margin : Theme.splitSection - Theme.margin
    readonly property real storyTop: headRoom + (Theme.portrait ? 32 : 38) * Theme.u

    // Also what a finger has drawn beyond the last town goes out
    function startAgain(): void {
        chart.startAgain();
        if (town > 0)
            stepRequested(0);
    }

    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken

    RouteStory {
        id: story

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.storyTop
        width: root.column
        height: Theme.portrait ? Math.min(contentHeight, 0.3 * root.height) : root.height - y - 12 * Theme.u
        block: root.block
        underWay: root.step > 0
        foot: Theme.portrait ? null : counting
    }

    RouteChart {
        id: chart

        x: Theme.mirrored ? 0 : root.width - width // it mirrors nothing, not even its place
        y: Theme.portrait ? story.y + story.height + 12 * Theme.u : -Theme.marginTop
        width: Theme.portrait ? root.width : root.width - Theme.splitSection - 24 * Theme.u
        height: (Theme.portrait ? foot.y - 12 * Theme.u : root.height) - y
        roomTop: Math.max(48 * Theme.u, Theme.reachTop - Theme.marginTop - y)
        block: root.block
        town: root.town
        playing: root.playing
        still: root.still || !root.complete
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
        onTownRequested: town => root.stepRequested(town)
    }

    Loader {
        id: foot

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8 * Theme.u
        sourceComponent: Theme.portrait ? counting : null
    }

    Component {
        id: counting

        RouteCount {
            width: root.column
            room: Theme.portrait ? Infinity : story.spare
            block: root.block
            town: root.town
            counted: chart.counted
            moving: chart.moving
            finished: chart.finished
            drawn: chart.drawn
            markColor: root.accentColor
            onMarkTapped: root.sourcesRequested()
            onAgainTapped: root.startAgain()
        }
    }
}
