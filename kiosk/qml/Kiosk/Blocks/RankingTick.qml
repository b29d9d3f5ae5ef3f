pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A line with its place written before it.
Item {
    id: root

    required property int place

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.contrast ? Theme.line : Qt.alpha(Theme.muted, 0.28)
    }

    ThemeText {
        role: "nav"
        color: Theme.muted
        text: Theme.number(root.place, 0)
        wrapMode: Text.NoWrap
        x: -width - 24 * Theme.u
        y: -height / 2
    }
}
