import QtQuick
import QtTest
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 1048
    height: 600
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Band {
        id: band

        width: 1048
        title: "Cyber security"
        subtitle: "5 stories"
        accent: "fir"
        pattern: "snake"
        patternStart: 500
    }
    Weave {
        id: weave

        y: 320
        width: 800
        height: 204
        pattern: "link"
        accent: Theme.accentColor("sea")
        start: 200
    }

    SignalSpy {
        id: taps

        target: band
        signalName: "tapped"
    }

    ControlCase {
        name: "Band"

        function cleanup() {
            weave.progress = 1;
            weave.flipped = false;
            weave.start = 200;
            weave.fade = 260;
            band.title = "Cyber security";
        }

        function test_one_target_with_a_name() {
            compare(band.height, 204);
            compare(band.Accessible.name, "Cyber security");
            compare(band.Accessible.description, "5 stories");
            mouseClick(band, 1000, 190);
            compare(taps.count, 1);
        }

        function test_pattern_starts_behind_the_words() {
            const found = Picture.columns(grabImage(band), Theme.accentColor("fir"), 0.12);
            const pattern = found.filter(x => x > 400);
            verify(pattern.length > 100);
            verify(pattern[0] > 560);
            verify(pattern[pattern.length - 1] > 1030);
        }

        function test_label_end_is_where_the_words_end() {
            const words = Picture.columns(grabImage(band), Theme.text, 0.05).filter(x => x < 500);
            fuzzyCompare(band.labelEnd, words[words.length - 1], 8);
        }

        function test_mirrored() {
            Theme.mirrored = true;
            const image = grabImage(band);
            const found = Picture.columns(image, Theme.accentColor("fir"), 0.12).filter(x => x < 648);
            verify(found[0] < 18);
            verify(found[found.length - 1] < 1048 - 560);
            const words = Picture.columns(image, Theme.text, 0.05).filter(x => x > 560);
            fuzzyCompare(words[words.length - 1], 1048 - 44, 8);
        }

        function test_two_lines_at_large_text() {
            Theme.textSize = "largest";
            band.title = "Tarptautinis bendradarbiavimas";
            tryVerify(() => band.height > 204);
            verify(band.labelEnd < 800);
        }

        function test_contrast_has_a_border_and_no_texture() {
            Theme.name = "contrast";
            const image = grabImage(band);
            for (let i = 0; i < 3; i++)
                compare(image.pixel(100, i), "#ffffff");
            compare(image.pixel(100, 60), "#000000");
            verify(Picture.share(image, "#ffd400", 0.02, 3) > 0.05);
        }

        function test_pressed_band_keeps_to_the_edge_it_runs_off() {
            compare(band.transformOrigin, Item.Right);
            Theme.mirrored = true;
            compare(band.transformOrigin, Item.Left);
        }

        function test_weave_is_woven_from_stitches() {
            const image = grabImage(weave);
            verify(Picture.share(image, Theme.accentColor("sea"), 0.15, 3) > 0.05);
            verify(Picture.share(image, Theme.linen, 0.2, 3) > 0.005);
            verify(Picture.columns(image, Theme.accentColor("sea"), 0.12)[0] > 260);
        }

        function test_weave_repeats_without_a_seam() {
            weave.start = 0;
            weave.fade = 0;
            const image = grabImage(weave);
            const period = Math.round(24 * 204 / 23);
            for (let x = 4; x < 200; x += 37) {
                for (let y = 2; y < 200; y += 29)
                    compare(image.pixel(x, y), image.pixel(x + 2 * period, y));
            }
        }

        function test_weave_turns_round() {
            weave.flipped = true;
            const found = Picture.columns(grabImage(weave), Theme.accentColor("sea"), 0.12);
            verify(found[0] < 20);
            verify(found[found.length - 1] < 560);
        }

        function test_weave_grows_from_its_start() {
            weave.fade = 0;
            weave.start = 0;
            weave.progress = 0.5;
            const found = Picture.columns(grabImage(weave), Theme.accentColor("sea"), 0.12);
            verify(found[found.length - 1] > 380);
            verify(found[found.length - 1] < 400);
        }
    }
}
