pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The area's pattern as a broad cloth that runs off the screen, where a page has no picture.
Item {
    id: root

    required property string accent
    required property string pattern

    Rectangle {
        anchors.fill: parent
        color: Theme.tintColor(root.accent)
        border {
            width: Theme.contrast ? Theme.stroke : 0
            color: Theme.line
        }
    }

    Weave {
        anchors.fill: parent
        accent: Theme.accentColor(root.accent)
        ground: Theme.tintColor(root.accent)
        pattern: root.pattern
    }
}
