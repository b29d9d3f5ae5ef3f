pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One side of a comparison: what the picture shows above it, words in its place if there is none.
Column {
    id: root

    required property string title
    required property string source
    required property string none

    spacing: 12 * Theme.u

    ThemeText {
        width: root.width
        role: "label"
        color: Theme.muted
        text: root.title
    }
    Rectangle {
        width: root.width
        height: Math.round(root.width * (Theme.portrait ? 16 / 9 : 9 / 16))
        color: Theme.surface
        border.width: Math.max(1, Math.round(2 * Theme.u))
        border.color: Theme.controlBorder

        ThemeImage {
            anchors.fill: parent
            anchors.margins: parent.border.width
            visible: root.source !== ""
            source: root.source
            whole: true
            alt: root.title
        }
        ThemeText {
            anchors.centerIn: parent
            width: parent.width - 48 * Theme.u
            visible: root.source === ""
            role: "body"
            text: root.none
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
