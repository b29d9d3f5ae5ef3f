import QtQuick
import Kiosk.Controls

Rectangle {
    id: root

    width: 1000
    height: 400
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Bar {
        id: bar

        width: 900
        label: "Something counted"
        valueText: "12"
        share: 0.5
        highlight: false
        barHeight: 56
        valueRoom: 100
        accent: "sea"
        pattern: "link"
        playing: false
        still: true
        order: 0
    }

    ControlCase {
        name: "Bar"

        function init() {
            standard();
            bar.barHeight = 56;
        }

        function test_theBandIsAsLongAsItsShareOfTheRoomBesideTheValue() {
            compare(bar.full, 400);
            compare(bar.filled, 1);
            verify(bar.implicitHeight > 56);
        }

        function test_aLowBarTakesTheWholeWidth() {
            bar.barHeight = 12;
            verify(bar.compact);
            compare(bar.full, 450);
        }

        function test_itSaysWhatItShows() {
            compare(bar.Accessible.name, "Something counted: 12");
        }
    }
}
