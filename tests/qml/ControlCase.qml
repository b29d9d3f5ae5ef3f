import QtQuick
import QtTest
import Kiosk.Controls

// A test case that starts from the standard theme each time.
TestCase {
    // False where the painter of large words, which is Python, would get no turn: Python runs the tests
    property bool settled: true

    when: windowShown

    function standard() {
        Theme.screenWidth = 1920;
        Theme.screenHeight = 1080;
        Theme.name = "dark";
        Theme.textSize = "standard";
        Theme.mirrored = false;
        Theme.settled = settled;
        Theme.software = true;
        Theme.lessMotion = false;
        Theme.localeName = "en";
        Theme.focusVisible = true;
    }

    function init() {
        standard();
    }
}
