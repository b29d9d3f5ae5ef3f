import QtQuick
import QtTest
import Kiosk.Controls

// Targets that stand close together: a finger means the one it is on, also at its very edge.
Item {
    id: root

    width: 800
    height: 600

    Tappable {
        id: left

        width: 200
        height: 100
        Accessible.name: "Left"
    }
    Tappable {
        id: right

        x: 200
        width: 200
        height: 100
        Accessible.name: "Right"
    }
    Tappable {
        id: small

        x: 600
        y: 300
        width: 40
        height: 40
        Accessible.name: "Small"
    }

    SignalSpy {
        id: leftTaps

        target: left
        signalName: "tapped"
    }
    SignalSpy {
        id: rightTaps

        target: right
        signalName: "tapped"
    }
    SignalSpy {
        id: smallTaps

        target: small
        signalName: "tapped"
    }

    TestCase {
        name: "Neighbours"
        when: windowShown

        function init(): void {
            Theme.screenWidth = 1920;
            Theme.screenHeight = 1080;
            for (const item of [left, right, small])
                item.lastTap = 0;
            for (const taps of [leftTaps, rightTaps, smallTaps])
                taps.clear();
        }

        function touch(x: real, y: real): void {
            const finger = touchEvent(root);
            finger.press(0, root, x, y).commit();
            finger.release(0, root, x, y).commit();
        }

        function test_the_edge_of_one_is_not_the_next() {
            touch(195, 50);
            compare([leftTaps.count, rightTaps.count], [1, 0]);
            touch(205, 50);
            compare([leftTaps.count, rightTaps.count], [1, 1]);
        }

        function test_a_finger_that_slips_over_the_edge_keeps_what_it_pressed() {
            const finger = touchEvent(root);
            finger.press(0, root, 195, 50).commit();
            finger.move(0, root, 210, 50).commit();
            verify(left.pressed);
            finger.release(0, root, 210, 50).commit();
            compare([leftTaps.count, rightTaps.count], [1, 0]);
        }

        function test_a_small_one_is_met_beside_it() {
            touch(590, 320);
            compare(smallTaps.count, 1);
            touch(560, 320);
            compare(smallTaps.count, 1);
        }
    }
}
