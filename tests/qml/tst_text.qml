import QtQuick
import Kiosk.Controls
import "picture.js" as Picture

Rectangle {
    id: root

    width: 1200
    height: 900
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    ThemeText {
        id: body

        width: 600
        role: "body"
        text: "One\nTwo\nThree"
    }
    Headline {
        id: title

        y: 200
        role: "display"
        text: "An open platform for public sector transformation"
        maxWidth: 776
    }
    Icon {
        id: icon

        y: 700
        glyph: Theme.glyphs.home
        size: 100
    }
    FallbackLabel {
        id: label

        x: 200
        y: 700
        name: "English"
    }
    Hairline {
        id: hairline

        y: 850
        width: 600
    }

    ControlCase {
        name: "Text"
        settled: false

        function test_line_boxes_match_the_type_scale() {
            compare(body.font.pixelSize, 30);
            fuzzyCompare(body.height, 3 * 30 * 1.5, 1.5);
            compare(title.lineCount, 3);
            fuzzyCompare(title.height, 3 * 94 * 1.04, 1.5);
        }

        function test_text_grows() {
            Theme.textSize = "largest";
            compare(body.font.pixelSize, 48);
            compare(title.font.pixelSize, Math.round(94 * 1.22));
        }

        function test_plain_text_only() {
            compare(body.textFormat, Text.PlainText);
            compare(title.textFormat, Text.PlainText);
        }

        function test_lines_are_balanced() {
            title.text = "International cooperation in the region and elsewhere";
            const widths = title.contentWidth;
            verify(title.lineCount >= 2);
            verify(widths < 776 - 60);
            title.text = "An open platform for public sector transformation";
        }

        function test_long_word_shrinks_then_breaks() {
            title.text = "Nebeprisikiškiakopūsteliaujantiesiems";
            verify(title.contentWidth <= 776);
            verify(title.fit >= 0.81);
            verify(title.fit < 0.9);
            verify(title.lineCount >= 2);
            title.text = "Bendradarbiavimas.";
            verify(title.fit <= 1);
            compare(title.lineCount, 1);
            title.text = "An open platform for public sector transformation";
        }

        function test_mirrored_keeps_to_the_right() {
            const ltr = Picture.columns(grabImage(title), Theme.text, 0.1);
            verify(ltr[0] < 20);
            Theme.mirrored = true;
            const rtl = Picture.columns(grabImage(title), Theme.text, 0.1);
            verify(rtl[rtl.length - 1] > 776 - 20);
            compare(title.font.letterSpacing, 0);
        }

        function test_contrast_is_heavier() {
            compare(title.font.weight, 500);
            Theme.name = "contrast";
            compare(title.font.weight, 600);
            compare(body.color, "#ffffff");
        }

        function test_arabic_stands_on_the_same_line() {
            const latin = body.height;
            const latinBase = body.baselineOffset;
            body.text = "التعاون\nالدولي\nالأمن";
            fuzzyCompare(body.height, latin, 1);
            fuzzyCompare(body.baselineOffset, latinBase, 1.5);
            body.text = "One\nTwo\nThree";
        }

        function test_icon_is_drawn_in_its_square() {
            compare(icon.width, 100);
            const image = grabImage(icon);
            const share = Picture.share(image, Theme.text, 0.1, 2);
            verify(share > 0.2 && share < 0.8);
            compare(image.pixel(1, 1), Theme.background);
        }

        function test_fallback_names_the_language() {
            compare(label.Accessible.name, "English");
            verify(label.visible);
            label.name = "";
            verify(!label.visible);
            label.name = "English";
        }

        function test_hairline() {
            compare(hairline.height, 1);
            Theme.screenWidth = 3840;
            Theme.screenHeight = 2160;
            compare(hairline.height, 2);
        }

        function test_headings_have_a_role() {
            compare(title.Accessible.role, Accessible.Heading);
            compare(title.Accessible.name, title.text);
        }
    }
}
