pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A key of the pad: "0" to "9", "erase" or "enter". A pressed digit looks like all the others.
Tappable {
    id: root

    required property string name
    readonly property bool digit: name.length === 1
    readonly property bool enter: name === "enter"

    signal typed(int digit)
    signal erased
    signal entered

    function act(): void {
        if (digit)
            typed(Number(name));
        else if (enter)
            entered();
        else
            erased();
    }

    scale: 1
    pauseMs: 0
    pressColor: digit ? "transparent" : Theme.text
    opacity: enabled ? 1 : 0.38
    Accessible.name: digit ? name : enter ? qsTr("Enter") : qsTr("Erase")
    onTapped: act()

    Rectangle {
        anchors.fill: parent
        color: root.enter ? Theme.amber : Theme.surface
        border.width: Theme.contrast ? Theme.stroke : 0
        border.color: Theme.controlBorder
    }
    ThemeText {
        anchors.centerIn: parent
        visible: root.digit
        role: "figureS"
        fit: 1.12
        font.weight: Theme.weight("body")
        text: root.digit ? root.name : ""
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        visible: !root.digit
        glyph: root.enter ? Theme.glyphs.check : Theme.glyphs.erase
        size: 64 * Theme.u
        color: root.enter ? Theme.onAmber : Theme.text
    }
}
