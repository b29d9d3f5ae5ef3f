pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The old screen leaves along the reading direction, the new one comes from there. They start apart
// when the new one is late. After the last frame of the film the new screen is drawn for itself, then it
// begins to live, then the old one may go: all of it at once would be one long frame.
QtObject {
    id: root

    required property Loader shown
    required property Loader leaving
    required property real way
    required property int span
    readonly property bool running: departure.running || arrival.running
    readonly property bool settling: calming.running
    property bool parting: false

    signal arrived
    signal stood
    signal settled

    function stop(): void {
        calming.stop();
        arrival.stop();
        departure.stop();
        parting = false;
    }

    // All at once, for a change that nobody sees move
    function skip(): void {
        arrived();
        stood();
        settled();
    }

    function leave(): void {
        parting = true;
        departure.start();
    }

    function arrive(): void {
        shown.x = way;
        arrival.restart();
    }

    readonly property ParallelAnimation departure: ParallelAnimation {
        NumberAnimation {
            target: root.leaving
            property: "opacity"
            to: 0
            duration: Theme.duration(180)
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.leaving
            property: "x"
            to: -root.way
            duration: Theme.duration(420)
            easing.type: Easing.OutQuint
        }
    }
    readonly property ParallelAnimation arrival: ParallelAnimation {
        onFinished: {
            root.calming.restart();
            root.arrived();
        }

        // Two texts in one place cannot be read: the old one is nearly gone when the new one comes
        SequentialAnimation {
            PauseAnimation {
                duration: Theme.travel(80)
            }
            NumberAnimation {
                target: root.shown
                property: "opacity"
                to: 1
                duration: Theme.duration(260)
                easing.type: Easing.OutCubic
            }
        }
        NumberAnimation {
            target: root.shown
            property: "x"
            to: 0
            duration: Theme.duration(root.span)
            easing.type: Easing.OutQuint
        }
    }
    readonly property FrameAnimation calming: FrameAnimation {
        onTriggered: if (currentFrame === 2) {
            root.stood();
        } else if (currentFrame > 4) {
            stop();
            root.settled();
        }
    }
}
