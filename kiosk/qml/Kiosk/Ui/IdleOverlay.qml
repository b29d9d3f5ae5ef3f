pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// "Are you still there?": a ring of lights that goes out. A touch anywhere keeps the visit going;
// only one button ends it. The page behind stands still under a scrim.
FocusScope {
    id: root

    required property Session session
    readonly property real side: Theme.portrait ? Theme.margin : Math.max(Theme.margin, (width - 1380 * Theme.u) / 2)
    readonly property real ringSide: Theme.portrait ? 560 * Theme.u : 526 * Theme.u

    focus: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Are you still there?")

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        opacity: Theme.contrast ? 1 : Theme.software ? 0.955 : 0.93
    }

    // Swallows everything, so that nothing below is pressed
    MouseArea {
        anchors.fill: parent
        onReleased: root.session.keepGoing()
        onWheel: root.session.keepGoing()
        Accessible.ignored: true
    }

    Ring {
        id: ring

        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? (root.width - width) / 2 : root.side
        y: Theme.portrait ? Math.max(Theme.marginTop, (root.height - height - words.height - 96 * Theme.u) / 2) : (root.height - height) / 2
        width: root.ringSide
        height: root.ringSide
        text: root.session.secondsLeft
        remaining: root.session.secondsLeft / Math.max(1, root.session.warningSeconds)
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? Theme.margin : root.side + root.ringSide + 136 * Theme.u
        y: Theme.portrait ? ring.y + ring.height + 96 * Theme.u : (root.height - height) / 2
        width: root.width - anchors.leftMargin - Theme.margin
        spacing: 36 * Theme.u

        Headline {
            anchors.left: parent.left
            role: "display"
            maxWidth: Math.min(parent.width, (Theme.portrait ? 760 : 520) * Theme.th)
            text: qsTr("Are you still there?")
        }
        ThemeText {
            anchors.left: parent.left
            width: Math.min(parent.width, 640 * Theme.t)
            role: "lead"
            color: Theme.text
            text: qsTr("The thread winds back to the start when the light runs out.")
        }
        Item {
            width: 1
            height: 8 * Theme.u
        }
        Flow {
            width: parent.width
            spacing: 24 * Theme.u

            PillButton {
                primary: true
                focus: true
                minimumHeight: 120 * Theme.u
                padding: 60 * Theme.u
                text: qsTr("Keep going")
                onTapped: root.session.keepGoing()
            }
            PillButton {
                minimumHeight: 120 * Theme.u
                padding: 58 * Theme.u
                text: qsTr("Start over")
                onTapped: root.session.startOver()
            }
        }
    }
}
