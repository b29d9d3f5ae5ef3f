pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A lit country in a list, with the stitch that it is on the map.
Item {
    id: root

    required property string text
    required property color accentColor

    implicitHeight: words.height + 8 * Theme.u
    Accessible.role: Accessible.ListItem
    Accessible.name: text

    Rectangle {
        id: stitch

        anchors.left: parent.left
        y: words.y + words.baselineOffset - 0.36 * words.font.pixelSize - height / 2
        width: 14 * Theme.t
        height: 12 * Theme.t
        radius: 2 * Theme.t
        color: root.accentColor
    }

    ThemeText {
        id: words

        anchors.left: stitch.right
        anchors.leftMargin: 18 * Theme.u
        anchors.right: parent.right
        anchors.rightMargin: 16 * Theme.u
        y: 4 * Theme.u
        role: "body"
        lineHeight: 1.25 * font.pixelSize
        text: root.text
        Accessible.ignored: true
    }
}
