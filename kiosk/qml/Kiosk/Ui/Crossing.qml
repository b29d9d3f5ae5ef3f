pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The old screen leaves along the reading direction, the new one comes from there. They start apart
// when the new one is late.
QtObject {
    id: root

    required property Loader shown
    required property Loader leaving
    required property real way
    required property int span
    readonly property bool running: departure.running || arrival.running
    property bool parting: false

    signal arrived

    function stop(): void {
        arrival.stop();
        departure.stop();
        parting = false;
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
        onFinished: root.arrived()

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
}
