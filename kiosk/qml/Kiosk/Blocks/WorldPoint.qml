pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The amber point of a map and its name; the item itself is the point, without a size. The name
// stands to its right, or to its left where `room` is short.
Item {
    id: root

    required property string name
    required property real room
    readonly property real dot: 13 * Theme.u
    readonly property bool turned: plate.width + 2 * dot + 12 * Theme.u > room

    LightHalo {
        radius: 105 * Theme.u
        strength: 0.5
        x: -radius
        y: -radius
    }

    Rectangle {
        id: plate

        x: root.turned ? -width - root.dot - 8 * Theme.u : root.dot + 8 * Theme.u
        y: -height / 2
        width: words.width + 20 * Theme.u
        height: words.height + 8 * Theme.u
        color: Theme.background
        opacity: Theme.contrast ? 1 : 0.96
    }

    ThemeText {
        id: words

        anchors.centerIn: plate
        role: "h3"
        fit: 0.9
        text: root.name
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    Rectangle {
        x: -root.dot
        y: -root.dot
        width: 2 * root.dot
        height: width
        radius: root.dot
        color: Theme.amber
        border.width: Theme.dark ? 0 : 3 * Theme.u
        border.color: Theme.background
    }
}
