pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One line for those who write the content, over everything, while what was good stays on the
// screen: what is wrong with the last saving. Takes no touch.
Rectangle {
    id: root

    required property Session session

    width: parent?.width ?? 0
    height: words.height + 24 * Theme.u
    anchors.bottom: parent?.bottom
    color: Theme.raised

    Rectangle {
        width: parent.width
        height: Math.max(1, 3 * Theme.u)
        color: Theme.error
    }

    ThemeText {
        id: words

        x: Theme.margin
        y: 12 * Theme.u
        width: parent.width - 2 * Theme.margin
        role: "label"
        color: Theme.text
        text: root.session.notice
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }
}
