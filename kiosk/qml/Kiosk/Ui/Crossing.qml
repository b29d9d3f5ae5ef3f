pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The old screen leaves along the reading direction, the new one comes from there. They start apart
// when the new one is late. After the last frame of the film the new screen is drawn for itself, then it
// begins to live, then the old one may go: all of it at once would be one long frame.
QtObject {
    id: root

    required property Window window
    required property StageSlot shown
    required property StageSlot leaving
    required property real way
    required property int span
    readonly property bool running: departure.running || arrival.running
    readonly property bool settling: calming.running || freeing.running
    property bool parting: false
    // For the old screen to go, and for the new one to come
    readonly property int fade: Theme.lessMotion ? 60 : 120
    readonly property int rise: Theme.lessMotion ? 90 : 240

    signal parted
    signal due
    signal arrived
    signal stood
    signal settled

    function stop(): void {
        calming.stop();
        freeing.stop();
        arrival.stop();
        departure.stop();
        parting = false;
    }

    // The new screen is not there yet after all
    function wait(): void {
        soon.stop();
        next.stop();
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
        shown.shift = way;
        arrival.restart();
    }

    // The last step of making a screen and the first of its film are two frames
    readonly property FrameAnimation soon: FrameAnimation {
        onTriggered: {
            stop();
            root.parted();
            root.next.restart();
        }
    }
    // What the old screen and the new one have to say is divided as well, and shared by two frames: the
    // first that is drawn whole should not come much later after its step than the one before
    readonly property AfterFrame next: AfterFrame {
        window: root.window
        onDue: root.due()
    }
    // An old screen waits no longer than this for a new one that takes its time
    readonly property Timer patience: Timer {
        interval: 150
        onTriggered: root.parted()
    }

    readonly property ParallelAnimation departure: ParallelAnimation {
        NumberAnimation {
            target: root.leaving
            property: "presence"
            to: 0
            duration: root.fade
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.leaving
            property: "shift"
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

        // Two texts in one place cannot be read, and two pictures of the screen in one frame take too
        // long to draw: the old one is gone when the new one comes
        SequentialAnimation {
            PauseAnimation {
                duration: root.fade
            }
            NumberAnimation {
                target: root.shown
                property: "presence"
                to: 1
                duration: root.rise
                easing.type: Easing.OutCubic
            }
        }
        NumberAnimation {
            target: root.shown
            property: "shift"
            to: 0
            duration: Theme.duration(root.span)
            easing.type: Easing.OutQuint
        }
    }
    readonly property AfterFrame calming: AfterFrame {
        window: root.window
        frames: 2
        onDue: {
            root.stood();
            root.freeing.restart();
        }
    }
    readonly property AfterFrame freeing: AfterFrame {
        window: root.window
        frames: 2
        onDue: root.settled()
    }
}
