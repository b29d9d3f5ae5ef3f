import QtQuick
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 640
    height: 640
    color: Theme.background

    Thread {
        id: thread

        width: 600
        height: 100
        points: [Qt.point(0, 50), Qt.point(150, 30), Qt.point(300, 50)]
    }
    Ring {
        id: ring

        y: 110
        remaining: 0.5
        text: "15"
    }
    LightHalo {
        id: halo

        x: 560
        radius: 40
    }

    ControlCase {
        name: "Thread"

        function cleanup() {
            thread.progress = 1;
            thread.lit = true;
            ring.remaining = 0.5;
        }

        function amber(item): list<int> {
            return Picture.columns(grabImage(item), Theme.amber, 0.3);
        }

        function test_drawn_where_the_points_are() {
            const found = amber(thread);
            verify(found[0] < 10);
            verify(Math.abs(found[found.length - 1] - 300) < 8);
            fuzzyCompare(thread.tip.x, 300, 0.1);
        }

        function test_draws_itself_in() {
            thread.progress = 0.5;
            const found = amber(thread);
            verify(found[found.length - 1] < 165);
            fuzzyCompare(thread.tip.x, 150, 5);
            thread.progress = 0;
            compare(amber(thread).length, 0);
        }

        function test_mirrors_unless_told_otherwise() {
            Theme.mirrored = true;
            const found = amber(thread);
            verify(found[0] > 290);
            fuzzyCompare(thread.tip.x, 300, 0.1);
        }

        function test_halo_only_in_the_dark() {
            verify(thread.halo > 0);
            Theme.name = "light";
            compare(thread.halo, 0);
            compare(halo.opacity, 0);
            Theme.name = "contrast";
            compare(thread.halo, 0);
        }

        function test_unlit_is_a_quiet_line() {
            thread.lit = false;
            compare(amber(thread).length, 0);
            verify(Picture.share(grabImage(thread), Theme.line, 0.08, 1) > 0.001);
        }

        function test_a_new_shape() {
            thread.points = [Qt.point(0, 50), Qt.point(500, 50)];
            const found = amber(thread);
            verify(found[found.length - 1] > 490);
            thread.points = [Qt.point(0, 50), Qt.point(150, 30), Qt.point(300, 50)];
        }

        function test_ring_loses_its_lights() {
            compare(ring.lit, 30);
            const half = Picture.columns(grabImage(ring), Theme.amber, 0.3);
            verify(half[0] > 240);
            ring.remaining = 1;
            verify(Picture.columns(grabImage(ring), Theme.amber, 0.3)[0] < 40);
            ring.remaining = 0;
            compare(ring.lit, 0);
            compare(Picture.columns(grabImage(ring), Theme.amber, 0.1).length, 0);
            compare(ring.Accessible.name, "15");
        }
    }
}
