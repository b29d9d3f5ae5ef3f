pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Below the page while somebody presents it: the notes of the page, and the way to end the talk.
Rectangle {
    id: root

    required property Session session

    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.stroke
        color: Theme.controlBorder
    }
    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: notes.y + 2 * Theme.u
        glyph: Theme.glyphs.present
        size: 40 * Theme.u
        color: Theme.muted
    }
    ScrollColumn {
        id: notes

        anchors.left: icon.right
        anchors.leftMargin: 28 * Theme.u
        anchors.right: end.left
        anchors.rightMargin: 64 * Theme.u
        y: 28 * Theme.u
        height: root.height - 2 * y
        ground: root.color

        ThemeText {
            width: notes.room
            role: "label"
            color: Theme.text
            onTextChanged: notes.toStart()
            text: root.session.notes || qsTr("No notes for this page.")
        }
    }
    PillButton {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        maxWidth: 0.4 * root.width
        text: qsTr("End the talk")
        glyph: Theme.glyphs.close
        onTapped: root.session.startOver()
    }
}
