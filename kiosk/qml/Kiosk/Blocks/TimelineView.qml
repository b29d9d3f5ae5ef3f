pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Years on one thread: the chosen one as the headline, below it the thread, lit as far as it goes.
BlockView {
    id: root

    required property TimelineBlock block

    readonly property int chosen: Math.max(0, Math.min(step, block.events.length - 1))
    readonly property TimelineEvent event: block.events[chosen]
    readonly property bool pictured: event.picture !== null
    readonly property real storyWidth: Theme.portrait ? width - 2 * Theme.margin : Theme.splitHome - Theme.margin - 16 * Theme.u
    readonly property real storyTop: headRoom + 38 * Theme.u

    // Within reach the sources are asked for below the years
    readonly property real lift: Theme.reach ? 110 * Theme.th : 0

    readonly property real foot: years.height + lift

    ready: (picture.item as TimelinePicture)?.ready ?? true
    thread: years.thread
    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken

    // Beside the year, off the screen's edge: the picture of the chosen event, else the cloth
    Item {
        id: side

        anchors.right: parent.right
        y: Theme.portrait ? root.height - root.foot - height - 40 * Theme.u : root.storyTop
        width: Theme.portrait ? root.width : root.width - Theme.splitHome
        height: Theme.portrait ? Math.max(0, Math.min(560 * Theme.u, root.height - root.foot - story.y - story.contentHeight - 120 * Theme.u)) : root.height - root.foot - root.storyTop - 56 * Theme.u
        visible: height > 120 * Theme.u

        TimelineCloth {
            anchors.fill: parent
            visible: opacity > 0
            opacity: root.pictured ? 0 : 1
            accent: root.accent
            pattern: root.pattern
            share: (root.chosen + 1) / root.block.events.length
            moving: root.arrived && !root.still
        }

        Loader {
            id: picture

            anchors.fill: parent
            anchors.leftMargin: Theme.dark || Theme.portrait ? 0 : 28 * Theme.u
            active: root.pictured
            sourceComponent: TimelinePicture {
                picture: root.event.picture
                accent: root.accent
                pattern: root.pattern
                still: root.still
            }
        }
    }

    TimelineStory {
        id: story

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.storyTop
        width: root.storyWidth
        height: root.height - root.foot - y - 24 * Theme.u
        event: root.event
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }

    TimelineThread {
        id: years

        width: root.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.lift
        events: root.block.events
        chosen: root.chosen
        moving: root.arrived && !root.still
        onStepRequested: step => root.stepRequested(step)
    }
}
