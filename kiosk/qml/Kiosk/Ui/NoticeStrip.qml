pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One line for those who write the content, over everything, while what was good stays on the
// screen: what is wrong with the last saving. Takes no touch, and leaves the bar at the foot free.
Item {
    id: root

    required property Session session

    Rectangle {
        width: parent.width
        height: words.height + 20 * Theme.u
        color: Theme.raised

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(1, 3 * Theme.u)
            color: Theme.error
        }

        ThemeText {
            id: words

            x: Theme.margin
            y: 10 * Theme.u
            width: parent.width - 2 * Theme.margin
            role: "label"
            fit: 0.85
            color: Theme.text
            text: root.session.notice
            maximumLineCount: Theme.portrait ? 3 : 2
            elide: Text.ElideRight
        }
    }
}
