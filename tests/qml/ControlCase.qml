import QtQuick
import QtTest
import Kiosk.Controls

// A test case that starts from the standard theme each time.
TestCase {
    when: windowShown

    function standard() {
        Theme.screenWidth = 1920;
        Theme.screenHeight = 1080;
        Theme.name = "dark";
        Theme.textSize = "standard";
        Theme.mirrored = false;
        // Painters in Python, such as that of large words, get no turn while Python runs the tests
        Theme.settled = false;
        Theme.software = true;
        Theme.lessMotion = false;
        Theme.localeName = "en";
        Theme.focusVisible = true;
    }

    function init() {
        standard();
    }
}
