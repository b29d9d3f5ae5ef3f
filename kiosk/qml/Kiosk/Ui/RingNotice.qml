pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A ring of lights that goes out, and beside it (below it in portrait) what that means. Against burn-in
// all moves by a pixel or two each minute.
FocusScope {
    id: root

    required property string title
    required property string text
    required property real remaining
    default property alias words: column.data
    readonly property real room: column.width
    readonly property real ringSide: Theme.portrait ? 560 * Theme.u : 526 * Theme.u
    readonly property real side: Theme.portrait ? Theme.margin : Math.max(Theme.margin, (width - 1380 * Theme.u) / 2)
    property int shift: 0

    Timer {
        running: true
        interval: 60000
        repeat: true
        onTriggered: root.shift = (root.shift + 1) % 4
    }

    Item {
        width: parent.width
        height: parent.height
        x: [0, 1, 2, 1][root.shift]

        LightHalo {
            anchors.centerIn: ring
            radius: 0.62 * ring.width
            strength: 0.12
        }
        Ring {
            id: ring

            anchors.left: parent.left
            anchors.leftMargin: Theme.portrait ? (root.width - width) / 2 : root.side
            y: Theme.portrait ? Math.max(Theme.marginTop + 96 * Theme.u, (root.height - height - column.height - 96 * Theme.u) / 2) : (root.height - height) / 2
            width: root.ringSide
            height: root.ringSide
            text: root.text
            remaining: root.remaining
        }
        Column {
            id: column

            anchors.left: parent.left
            anchors.leftMargin: Theme.portrait ? Theme.margin : root.side + root.ringSide + 136 * Theme.u
            y: Theme.portrait ? ring.y + ring.height + 96 * Theme.u : (root.height - height) / 2
            width: root.width - anchors.leftMargin - Theme.margin
            spacing: 32 * Theme.u

            Headline {
                anchors.left: parent.left
                role: "display"
                maxWidth: Math.min(parent.width, 760 * Theme.th)
                text: root.title
            }
        }
    }
}
