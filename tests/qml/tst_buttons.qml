import QtQuick
import QtTest
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 1600
    height: 700
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Column {
        spacing: 20

        PillButton {
            id: next

            text: "Next"
            glyph: Theme.glyphs.next
            glyphAfter: true
            primary: true
        }
        PillButton {
            id: reset

            text: "Reset"
            glyph: Theme.glyphs.restart
        }
        ChipButton {
            id: chip

            text: "Sources"
            glyph: Theme.glyphs.sources
        }
        RoundButton {
            id: round

            glyph: Theme.glyphs.zoomIn
            Accessible.name: "Closer"
        }
        NavButton {
            id: nav

            text: "Home"
            glyph: Theme.glyphs.home
        }
    }

    SignalSpy {
        id: taps

        signalName: "tapped"
    }

    ControlCase {
        name: "Buttons"

        function all(): list<Item> {
            return [next, reset, chip, round, nav];
        }

        function cleanup() {
            nav.current = false;
            next.enabled = true;
            next.maxWidth = 1600;
        }

        function test_targets_are_large_enough() {
            for (const size of ["standard", "large", "largest"]) {
                Theme.textSize = size;
                for (const button of all()) {
                    verify(button.width >= 64, button.text);
                    verify(button.height >= 64, button.text);
                }
            }
            Theme.textSize = "standard";
            compare(next.height, 96);
            compare(chip.height, 72);
            compare(nav.height, 88);
            compare(round.width, 96);
        }

        function test_grow_with_the_text() {
            const before = [next.width, chip.width, nav.width];
            Theme.textSize = "largest";
            tryVerify(() => next.width > before[0] * 1.2);
            tryVerify(() => chip.width > before[1] * 1.2);
            tryVerify(() => nav.width > before[2] * 1.2);
        }

        function test_names_and_taps() {
            compare(next.Accessible.name, "Next");
            compare(nav.Accessible.name, "Home");
            compare(round.Accessible.name, "Closer");
            for (const button of all()) {
                taps.target = button;
                taps.clear();
                button.lastTap = 0;
                mouseClick(button);
                compare(taps.count, 1);
            }
        }

        function test_the_next_thing_is_amber() {
            verify(Picture.share(grabImage(next), Theme.amber, 0.02, 4) > 0.5);
            verify(Picture.share(grabImage(reset), Theme.amber, 0.02, 4) === 0);
            verify(Picture.share(grabImage(reset), Theme.controlBorder, 0.05, 1) > 0.005);
        }

        function test_ink_on_amber() {
            for (const name of ["dark", "light", "contrast"]) {
                Theme.name = name;
                const image = grabImage(next);
                verify(Picture.share(image, Theme.onAmber, 0.1, 1) > 0.01, name);
            }
        }

        function test_contrast_borders_are_thick_and_white() {
            Theme.name = "contrast";
            const image = grabImage(chip);
            const middle = Math.round(chip.width / 2);
            for (let y = 0; y < 3; y++)
                compare(image.pixel(middle, y), "#ffffff");
            compare(image.pixel(middle, 5), "#000000");
        }

        function test_here_is_marked_by_stitches_too() {
            const y = 88 - 4 - 3;
            compare(grabImage(nav).pixel(30, y), Theme.background);
            nav.current = true;
            const image = grabImage(nav);
            compare(image.pixel(30, y), Theme.amber);
            compare(image.pixel(35, y), Theme.background);
        }

        function test_arrow_side_mirrors() {
            const ltr = Picture.columns(grabImage(nav), Theme.text, 0.1);
            Theme.mirrored = true;
            const rtl = Picture.columns(grabImage(nav), Theme.text, 0.1);
            verify(Math.abs(ltr[0] - 24) < 8);
            verify(Math.abs(nav.width - rtl[rtl.length - 1] - 24) < 8);
        }

        function test_resting_arrow_is_faint_and_dead() {
            next.enabled = false;
            fuzzyCompare(next.opacity, 0.38, 0.001);
            taps.target = next;
            taps.clear();
            mouseClick(next);
            compare(taps.count, 0);
        }

        function test_long_words_wrap_instead_of_leaving_the_screen() {
            next.maxWidth = 220;
            next.text = "Next question of the quiz";
            verify(next.width <= 221);
            verify(next.height > 96);
            next.text = "Next";
        }

        function test_nav_shrinks_where_a_bar_is_full() {
            const before = nav.width;
            nav.fit = 0.8;
            tryVerify(() => nav.width < before * 0.9);
            compare(nav.height, 88);
            nav.fit = 1;
        }
    }
}
