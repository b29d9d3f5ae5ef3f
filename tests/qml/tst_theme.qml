import QtQuick
import QtTest
import Kiosk.Controls

TestCase {
    name: "Theme"

    function init() {
        Theme.screenWidth = 1920;
        Theme.screenHeight = 1080;
        Theme.name = "dark";
        Theme.textSize = "standard";
        Theme.mirrored = false;
        Theme.lessMotion = false;
        Theme.localeName = "en";
    }

    function test_unit_data() {
        return [
            {
                tag: "1080p",
                w: 1920,
                h: 1080,
                u: 1
            },
            {
                tag: "portrait",
                w: 1080,
                h: 1920,
                u: 1
            },
            {
                tag: "4K",
                w: 3840,
                h: 2160,
                u: 2
            },
            {
                tag: "4:3",
                w: 1024,
                h: 768,
                u: 1024 / 1920
            },
            {
                tag: "ultra-wide",
                w: 2560,
                h: 1080,
                u: 1
            }
        ];
    }

    function test_unit(row) {
        Theme.screenWidth = row.w;
        Theme.screenHeight = row.h;
        fuzzyCompare(Theme.u, row.u, 0.001);
        compare(Theme.portrait, row.h > row.w);
    }

    function test_spare_room_goes_to_the_margins() {
        compare(Theme.margin, 96);
        compare(Theme.marginTop, 84);
        compare(Theme.contentBottom, 132);
        compare(Theme.splitHome, 872);
        compare(Theme.splitSection, 640);
        compare(Theme.splitPage, 800);
        Theme.screenWidth = 2560;
        verify(Theme.margin > 200);
        compare(Theme.splitHome - Theme.margin, 776);
        Theme.screenWidth = 1024;
        Theme.screenHeight = 768;
        verify(Theme.marginTop > 84 * Theme.u);
        verify(Theme.contentBottom > 132 * Theme.u);
    }

    function test_text_sizes() {
        compare(Theme.pixelSize("body"), 30);
        compare(Theme.pixelSize("h1"), 84);
        Theme.textSize = "large";
        compare(Theme.pixelSize("body"), 39);
        compare(Theme.pixelSize("h1"), 94);
        Theme.textSize = "largest";
        compare(Theme.pixelSize("body"), 48);
        compare(Theme.pixelSize("h1"), 102);
    }

    function test_small_screens_read_large() {
        Theme.screenWidth = 1024;
        Theme.screenHeight = 768;
        compare(Theme.readingSize, "large");
        verify(Theme.pixelSize("label") >= 16);
        Theme.screenWidth = 1280;
        Theme.screenHeight = 720;
        compare(Theme.readingSize, "standard");
        compare(Theme.pixelSize("footnoteMark"), 16);
    }

    function test_palettes() {
        compare(Theme.background, "#0b1113");
        compare(Theme.accentColor("flax"), "#bbabf7");
        compare(Theme.onAmber, "#1a1206");
        Theme.name = "light";
        compare(Theme.background, "#f6f1e7");
        compare(Theme.onAmber, "#ffffff");
        compare(Theme.tintColor("brick"), "#efe3d8");
        Theme.name = "contrast";
        compare(Theme.background, "#000000");
        compare(Theme.accentColor("sea"), Theme.accentColor("fir"));
        compare(Theme.stroke, 3);
        compare(Theme.weight("h1"), 600);
        compare(Theme.weight("figureXL"), 400);
        compare(Theme.weight("footnoteMark"), 700);
    }

    function test_arrows_mirror() {
        const forward = Theme.glyphs.next;
        const home = Theme.glyphs.home;
        Theme.mirrored = true;
        compare(Theme.glyphs.previous, forward);
        verify(Theme.glyphs.next !== forward);
        compare(Theme.glyphs.home, home);
        compare(Theme.tracking("h1"), 0);
        verify(Theme.lineFactor("h1") >= 1.22);
        compare(Theme.lineFactor("body"), 1.5);
    }

    function test_tracking_follows_the_script() {
        const latin = Theme.tracking("h1");
        fuzzyCompare(latin, -0.032, 0.0001);
        Theme.localeName = "uk";
        fuzzyCompare(Theme.tracking("h1"), latin / 2, 0.0001);
        Theme.localeName = "lt";
        fuzzyCompare(Theme.tracking("h1"), latin, 0.0001);
    }

    function test_less_movement() {
        compare(Theme.duration(520), 520);
        compare(Theme.travel(520), 520);
        Theme.lessMotion = true;
        compare(Theme.duration(520), 150);
        compare(Theme.duration(80), 80);
        compare(Theme.travel(520), 0);
    }

    function test_numbers() {
        compare(Theme.number(10000, 0), "10,000");
        compare(Theme.number(2.5, 1), "2.5");
        Theme.localeName = "lt";
        compare(Theme.number(2.5, 1), "2,5");
        verify(Theme.number(10000, 0) !== "10,000");
        Theme.localeName = "fr";
        compare(Theme.number(-12345, 0), "\u221212\u00a0345");
    }
}
