import QtQuick
import QtTest
import Kiosk.Controls

Item {
    id: root

    width: 800
    height: 600

    Tappable {
        id: button

        x: 100
        y: 100
        width: 200
        height: 100
        Accessible.name: "First"

        Rectangle {
            anchors.fill: parent
            color: "#333333"
        }
        Ripple {
            id: ripple

            touched: button
            pattern: "star"
        }
    }

    Tappable {
        id: other

        x: 400
        y: 100
        width: 200
        height: 100
        Accessible.name: "Second"
    }

    Flickable {
        id: flick

        y: 300
        width: 800
        height: 200
        contentWidth: 2000
        contentHeight: 200

        Tappable {
            id: tile

            x: 50
            width: 400
            height: 200
            Accessible.name: "Tile"
        }
    }

    SignalSpy {
        id: downs

        target: button
        signalName: "fingerDown"
    }

    SignalSpy {
        id: losses

        target: button
        signalName: "fingerLost"
    }

    SignalSpy {
        id: taps

        target: button
        signalName: "tapped"
    }

    SignalSpy {
        id: otherTaps

        target: other
        signalName: "tapped"
    }

    SignalSpy {
        id: tileTaps

        target: tile
        signalName: "tapped"
    }

    TestCase {
        name: "Tappable"
        when: windowShown

        function init() {
            Theme.screenWidth = 1920;
            Theme.screenHeight = 1080;
            Theme.lessMotion = false;
            Theme.software = true;
            Theme.focusVisible = true;
            for (const item of [button, other, tile]) {
                item.enabled = true;
                item.lastTap = 0;
                item.focus = false;
            }
            flick.cancelFlick();
            flick.contentX = 0;
            tryCompare(flick, "moving", false);
            taps.clear();
            downs.clear();
            losses.clear();
            otherTaps.clear();
            tileTaps.clear();
        }

        function test_press_answers_at_once_and_release_acts() {
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            verify(button.pressed);
            compare(taps.count, 0);
            tryVerify(() => button.scale < 0.99, 200);
            touch.release(0, button, 50, 50).commit();
            verify(!button.pressed);
            compare(taps.count, 1);
            tryCompare(button, "scale", 1, 500);
        }

        function test_long_press_still_counts() {
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            wait(1200);
            touch.release(0, button, 50, 50).commit();
            compare(taps.count, 1);
        }

        function test_release_just_outside_counts() {
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            touch.move(0, button, 50, 90).commit();
            touch.move(0, button, 50, 118).commit();
            touch.release(0, button, 50, 118).commit();
            compare(taps.count, 1);
        }

        function test_sliding_off_cancels() {
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            touch.move(0, button, 50, 100).commit();
            touch.move(0, button, 50, 180).commit();
            tryVerify(() => !button.pressed, 500, "the press is forgotten");
            touch.release(0, button, 50, 180).commit();
            compare(taps.count, 0);
        }

        function test_says_where_the_finger_is_and_that_it_has_slipped_off() {
            tryCompare(button, "scale", 1);
            const touch = touchEvent(button);
            touch.press(0, button, 50, 30).commit();
            compare(downs.count, 1);
            compare(downs.signalArguments[0][0], Qt.point(50, 30));
            touch.release(0, button, 50, 30).commit();
            compare(losses.count, 0);
            touch.press(0, button, 20, 20).commit();
            touch.move(0, button, 20, 100).commit();
            touch.move(0, button, 20, 190).commit();
            tryCompare(losses, "count", 1);
            touch.release(0, button, 20, 190).commit();
        }

        function test_without_a_gpu_no_stitches_light_up() {
            verify(!ripple.wanted);
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            verify(button.pressed);
            compare(ripple.light, null);
            touch.release(0, button, 50, 50).commit();
        }

        function test_second_tap_of_a_nervous_hand() {
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            touch.release(0, button, 50, 50).commit();
            touch.press(0, button, 50, 50).commit();
            touch.release(0, button, 50, 50).commit();
            compare(taps.count, 1);
            wait(380);
            touch.press(0, button, 50, 50).commit();
            touch.release(0, button, 50, 50).commit();
            compare(taps.count, 2);
        }

        function test_two_hands_two_buttons() {
            const touch = touchEvent(root);
            touch.press(0, root, 150, 150).press(1, root, 450, 150).commit();
            verify(button.pressed);
            verify(other.pressed);
            touch.release(0, root, 150, 150).stationary(1).commit();
            compare(taps.count, 1);
            compare(otherTaps.count, 0);
            touch.release(1, root, 450, 150).commit();
            compare(otherTaps.count, 1);
        }

        function test_two_fingers_on_one_button_act_once() {
            const touch = touchEvent(root);
            touch.press(0, root, 150, 150).commit();
            touch.stationary(0).press(1, root, 250, 150).commit();
            touch.release(0, root, 150, 150).release(1, root, 250, 150).commit();
            verify(taps.count <= 1);
            verify(!button.pressed);
        }

        function test_mouse() {
            mousePress(button, 50, 50);
            verify(button.pressed);
            mouseRelease(button, 50, 50);
            compare(taps.count, 1);
            mouseClick(button, 50, 50, Qt.RightButton);
            wait(380);
            compare(taps.count, 1);
        }

        function test_keyboard_data() {
            return [
                {
                    tag: "space",
                    key: Qt.Key_Space
                },
                {
                    tag: "return",
                    key: Qt.Key_Return
                },
                {
                    tag: "enter",
                    key: Qt.Key_Enter
                }
            ];
        }

        function test_keyboard(row) {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyPress(row.key);
            verify(button.pressed);
            compare(taps.count, 0);
            keyRelease(row.key);
            verify(!button.pressed);
            compare(taps.count, 1);
        }

        function test_ring_is_for_keys_only() {
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.ringed);
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            touch.release(0, button, 50, 50).commit();
            verify(!button.ringed);
            keyClick(Qt.Key_Shift);
            verify(button.ringed);
        }

        function test_tab_order() {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Tab);
            verify(other.activeFocus);
            verify(other.ringed);
        }

        function test_disabled_does_nothing() {
            button.enabled = false;
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            verify(!button.pressed);
            touch.release(0, button, 50, 50).commit();
            button.activate();
            compare(taps.count, 0);
        }

        function test_in_a_row_that_scrolls() {
            const touch = touchEvent(tile);
            touch.press(0, tile, 200, 100).commit();
            verify(tile.pressed);
            for (let x = 190; x > 20; x -= 15) {
                touch.move(0, root, x, 400).commit();
                wait(8);
            }
            tryVerify(() => flick.contentX > 20);
            tryVerify(() => !tile.pressed);
            touch.release(0, root, 20, 400).commit();
            compare(tileTaps.count, 0);
            flick.cancelFlick();
        }

        function test_tap_in_a_row_that_scrolls() {
            const touch = touchEvent(tile);
            touch.press(0, tile, 200, 100).commit();
            touch.release(0, tile, 200, 100).commit();
            compare(tileTaps.count, 1);
        }

        function test_less_movement_keeps_the_size() {
            Theme.lessMotion = true;
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            verify(button.pressed);
            wait(100);
            compare(button.scale, 1);
            touch.release(0, button, 50, 50).commit();
        }

        function test_press_brightens_the_picture() {
            const before = grabImage(button).pixel(20, 20);
            Theme.lessMotion = true;
            const touch = touchEvent(button);
            touch.press(0, button, 50, 50).commit();
            const during = grabImage(button).pixel(20, 20);
            touch.release(0, button, 50, 50).commit();
            verify(during.hslLightness > before.hslLightness + 0.03);
        }

        function test_rests() {
            tryVerify(() => !button.pressed && button.scale === 1, 500);
            compare(button.Accessible.role, Accessible.Button);
            compare(button.Accessible.name, "First");
        }
    }
}
