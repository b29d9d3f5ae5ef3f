import QtQuick
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 800
    height: 700
    color: Theme.raised
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Segmented {
        id: sizes

        width: 706
        name: "Text size"
        current: "standard"
        options: [
            SegmentOption {
                value: "standard"
                label: "Standard"
                letter: 30
            },
            SegmentOption {
                value: "large"
                label: "Large"
                letter: 42
            },
            SegmentOption {
                value: "largest"
                label: "Largest"
                letter: 54
            }
        ]
        onChosen: value => current = value
    }
    SwitchRow {
        id: motion

        y: 420
        width: 706
        title: "Less movement"
        note: "Pictures stand still, pages simply fade"
        onToggled: on => checked = on
    }
    WarpProgress {
        id: progress

        y: 560
        count: 5
        current: 1
        name: "Question 2 of 5"
    }

    ControlCase {
        name: "Choices"

        function cleanup() {
            sizes.current = "standard";
            motion.checked = false;
            motion.lastTap = 0;
            progress.current = 1;
        }

        function test_choose_by_touch() {
            mouseClick(sizes, 350, 50);
            compare(sizes.current, "large");
            mouseClick(sizes, 600, 50);
            compare(sizes.current, "largest");
        }

        function test_the_plate_moves() {
            verify(Picture.columns(grabImage(sizes), Theme.amber, 0.02)[0] < 20);
            sizes.current = "large";
            const found = Picture.columns(grabImage(sizes), Theme.amber, 0.02);
            verify(found[0] > 235);
            verify(found[found.length - 1] < 475);
        }

        function test_segments_are_large_and_do_not_overlap() {
            for (const size of ["standard", "large", "largest"]) {
                Theme.textSize = size;
                verify(sizes.height >= 64 + 16);
                tryVerify(() => sizes.stacked || sizes.widest <= sizes.cell);
            }
            tryVerify(() => sizes.stacked);
            tryVerify(() => sizes.height >= 3 * 64);
            Theme.textSize = "standard";
            tryCompare(sizes, "stacked", false);
        }

        function test_mirrored_order() {
            Theme.mirrored = true;
            tryVerify(() => Picture.columns(grabImage(sizes), Theme.amber, 0.02)[0] > 460);
            wait(380);
            mouseClick(sizes, 100, 50);
            compare(sizes.current, "largest");
        }

        function test_switch_says_it_by_position_and_fill() {
            compare(Picture.share(grabImage(motion), Theme.amber, 0.02, 4), 0);
            mouseClick(motion, 60, 40);
            verify(motion.checked);
            verify(motion.Accessible.checked);
            verify(Picture.share(grabImage(motion), Theme.amber, 0.02, 4) > 0.03);
            compare(motion.Accessible.name, "Less movement");
            verify(motion.height >= 64);
        }

        function test_switch_by_key() {
            motion.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(motion.checked);
        }

        function test_switch_mirrors() {
            const ltr = Picture.columns(grabImage(motion), Theme.muted, 0.02);
            verify(ltr[ltr.length - 1] > 580);
            Theme.mirrored = true;
            motion.checked = true;
            tryVerify(() => Picture.columns(grabImage(motion), Theme.amber, 0.02)[0] < 10);
        }

        function test_warp_is_lit_up_to_here() {
            const one = Picture.columns(grabImage(progress), Theme.amber, 0.1);
            progress.current = 4;
            const all = Picture.columns(grabImage(progress), Theme.amber, 0.1);
            verify(one.length > 10);
            fuzzyCompare(all.length / one.length, 2.5, 0.2);
            compare(progress.Accessible.name, "Question 2 of 5");
        }

        function test_contrast_track_has_a_border() {
            Theme.name = "contrast";
            compare(grabImage(sizes).pixel(353, 1), "#ffffff");
        }
    }
}
