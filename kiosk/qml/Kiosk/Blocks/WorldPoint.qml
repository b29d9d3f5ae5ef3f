pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The amber point of a map and its name; the item itself is the point, without a size. The name
// stands to its right, or to its left where `room` is short, and covers whole stitches of the map.
Item {
    id: root

    required property string name
    required property real room
    required property real stitch
    readonly property real dot: 13 * Theme.u
    readonly property real away: dot + 16 * Theme.u
    readonly property bool turned: away + words.width + 16 * Theme.u > room

    Rectangle {
        readonly property real across: root.x + words.x - 6 * Theme.u
        readonly property real up: root.y + words.y
        readonly property real west: Math.floor(across / root.stitch) * root.stitch
        readonly property real north: Math.floor(up / root.stitch) * root.stitch

        x: west - root.x
        y: north - root.y
        width: Math.ceil((across + words.width + 12 * Theme.u - west) / root.stitch) * root.stitch
        height: Math.ceil((up + words.height - north) / root.stitch) * root.stitch
        color: Theme.background
    }

    LightHalo {
        radius: 125 * Theme.u
        strength: 0.6
        x: -radius
        y: -radius
    }

    ThemeText {
        id: words

        x: root.turned ? -width - root.away : root.away
        y: -height / 2
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
