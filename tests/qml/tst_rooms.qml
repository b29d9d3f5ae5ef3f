import QtQuick
import QtTest
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 900
    height: 900
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    ScrollColumn {
        id: column

        width: 300
        height: 300

        Rectangle {
            id: block

            width: 280
            height: 200
            color: Theme.accentColor("sea")
        }
        Rectangle {
            id: second

            width: 280
            height: 50
            color: Theme.accentColor("brick")
        }
    }
    ThemeImage {
        id: picture

        x: 320
        width: 300
        height: 200
        source: ""
        alt: "A river"
        accent: "brick"
        pattern: "roof"
        asynchronous: false
    }
    BrandMark {
        id: brand

        y: 400
        text: "Lithuania"
        holdMs: 500
    }
    Tappable {
        id: target

        x: 400
        y: 400
        width: 200
        height: 100
    }

    SignalSpy {
        id: holds

        target: brand
        signalName: "held"
    }

    ControlCase {
        name: "Rooms"

        function cleanup() {
            block.height = 200;
            picture.source = "";
            column.toStart();
            holds.clear();
        }

        function test_scrolls_only_when_needed() {
            tryVerify(() => !column.scrolls);
            compare(column.room, 300);
            block.height = 500;
            tryVerify(() => column.scrolls);
            compare(column.room, 300); // narrower it might fit again and the layout never rest
        }

        function test_drag_scrolls() {
            block.height = 600;
            tryVerify(() => column.scrolls);
            const touch = touchEvent(column);
            touch.press(0, column, 100, 250).commit();
            for (let y = 240; y > 40; y -= 10) {
                touch.move(0, column, 100, y).commit();
                wait(4);
            }
            touch.release(0, column, 100, 40).commit();
            verify(column.position > 50);
        }

        function test_reveal_brings_a_thing_into_sight() {
            block.height = 600;
            tryVerify(() => column.scrolls);
            column.reveal(second);
            fuzzyCompare(column.position, 350, 1);
            column.toStart();
            compare(column.position, 0);
        }

        function test_missing_picture_keeps_its_room() {
            verify(picture.missing);
            const image = grabImage(picture);
            verify(Picture.share(image, Theme.text, 0.15, 1) > 0.005);
            verify(Picture.share(image, Theme.surface, 0.03, 3) > 0.2);
        }

        function test_picture_is_shown() {
            picture.source = Qt.resolvedUrl("square.png");
            verify(picture.ready);
            verify(!picture.missing);
            compare(picture.Accessible.name, "A river");
            verify(Picture.share(grabImage(picture), "#2060a0", 0.05, 5) > 0.95);
        }

        function test_picture_is_cut_around_its_centre_or_shown_whole_data() {
            return [
                {
                    tag: "middle",
                    centre: Qt.point(0.5, 0.5),
                    whole: false,
                    place: Qt.rect(0, -50, 300, 300)
                },
                {
                    tag: "foot",
                    centre: Qt.point(0.5, 1),
                    whole: false,
                    place: Qt.rect(0, -100, 300, 300)
                },
                {
                    tag: "near the top",
                    centre: Qt.point(0.2, 0.4),
                    whole: false,
                    place: Qt.rect(0, -20, 300, 300)
                },
                {
                    tag: "whole",
                    centre: Qt.point(0, 0),
                    whole: true,
                    place: Qt.rect(50, 0, 200, 200)
                }
            ];
        }

        function test_picture_is_cut_around_its_centre_or_shown_whole(row) {
            picture.source = Qt.resolvedUrl("square.png");
            picture.centre = row.centre;
            picture.whole = row.whole;
            const shown = picture.children[0];
            compare(Qt.rect(shown.x, shown.y, shown.width, shown.height), row.place);
            picture.whole = false;
            picture.centre = Qt.point(0.5, 0.5);
        }

        function test_broken_picture_falls_back() {
            ignoreWarning(/Cannot open|Error decoding|not found|No such file/);
            picture.source = Qt.resolvedUrl("absent.png");
            tryVerify(() => picture.missing);
        }

        function test_staff_hold() {
            verify(brand.height >= 34);
            verify(Picture.share(grabImage(brand), Theme.amber, 0.1, 1) > 0.02);
            const touch = touchEvent(brand);
            touch.press(0, brand, 15, 15).commit();
            wait(60);
            compare(brand.filled, 0);
            tryCompare(holds, "count", 1, 1500);
            touch.release(0, brand, 15, 15).commit();
            compare(brand.filled, 0);
        }

        function test_short_touch_does_nothing() {
            const touch = touchEvent(brand);
            touch.press(0, brand, 15, 15).commit();
            wait(200);
            touch.release(0, brand, 15, 15).commit();
            wait(500);
            compare(holds.count, 0);
            compare(brand.filled, 0);
        }

        function test_focus_ring_is_drawn_outside() {
            target.forceActiveFocus(Qt.TabFocusReason);
            const image = grabImage(root);
            compare(image.pixel(400 - 7, 450), Theme.focusRing);
            compare(image.pixel(400 - 2, 450), Theme.focusRingInner);
            target.focus = false;
            compare(grabImage(root).pixel(400 - 7, 450), Theme.background);
        }
    }
}
