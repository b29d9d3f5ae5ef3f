import QtQuick
import Kiosk.Controls
import Kiosk.Ui

Item {
    id: root

    property int called: 0
    property int drawn: 0

    width: 400
    height: 300

    Window {
        id: glass

        width: 100
        height: 100
        visible: true

        Rectangle {
            width: 10
            height: 10
        }
    }

    AfterFrame {
        id: waiting

        window: glass
        frames: 2
        onDue: root.called += 1
    }

    ControlCase {
        name: "AfterFrame"

        Connections {
            target: glass

            function onFrameSwapped() {
                root.drawn += 1;
            }
        }

        function cleanup() {
            waiting.stop();
            root.called = 0;
        }

        function test_it_tells_once_when_its_frames_have_been_shown() {
            root.drawn = 0;
            waiting.restart();
            tryCompare(root, "called", 1);
            verify(root.drawn >= 2, `${root.drawn} frames`);
            verify(!waiting.running);
            wait(120);
            compare(root.called, 1);
        }

        // Nothing else moves here, so it has to ask for the frames itself
        function test_it_does_not_wait_for_somebody_else_to_draw() {
            const begun = Date.now();
            waiting.restart();
            tryCompare(root, "called", 1, 2000);
            verify(Date.now() - begun < 2000);
        }

        function test_stopped_it_tells_nothing() {
            waiting.restart();
            waiting.stop();
            wait(150);
            compare(root.called, 0);
        }

        // A step of the animations comes before the frame that shows it
        function test_what_it_does_comes_between_the_frame_and_the_next_step() {
            let at = -1;
            const told = () => at = root.drawn;
            waiting.due.connect(told);
            root.drawn = 0;
            waiting.restart();
            tryCompare(root, "called", 1);
            waiting.due.disconnect(told);
            compare(at, 2);
        }

        function test_with_a_gpu_the_steps_are_counted() {
            Theme.software = false;
            waiting.restart();
            tryCompare(root, "called", 1);
            verify(waiting.shown === 0);
        }

        function test_a_window_that_shows_nothing_is_not_waited_for() {
            waiting.window = null;
            waiting.restart();
            tryCompare(root, "called", 1);
            waiting.window = glass;
        }
    }
}
