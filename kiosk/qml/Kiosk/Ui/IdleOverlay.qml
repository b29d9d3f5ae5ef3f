pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// "Are you still there?": a ring of lights that goes out. A touch anywhere keeps the visit going; only one
// button ends it. When the lights have run out the last one becomes the first of the attract loop.
FocusScope {
    id: root

    required property Session session
    required property Item page
    // Where the first light of the attract loop is, once that is shown
    required property point firstLight
    readonly property bool ready: all.opacity === 1 && ground.ready
    readonly property bool warning: session.mode === "warning"
    readonly property bool attracts: session.mode === "attract"
    readonly property bool passes: !Theme.software && !Theme.lessMotion && Theme.dark
    property int seconds: 0
    property bool late: false // in the second half of a second: two lights go out in each
    readonly property real side: Theme.portrait ? Theme.margin : Math.max(Theme.margin, (width - 1380 * Theme.u) / 2)
    readonly property real ringSide: Theme.portrait ? 560 * Theme.u : 526 * Theme.u

    signal over

    focus: true
    enabled: warning
    onAttractsChanged: if (!attracts && passing.running)
        over()
    onWarningChanged: {
        if (passes && session.mode === "attract" && seconds <= 1)
            passing.start();
        else
            over();
    }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Are you still there?")

    Binding {
        root.seconds: root.session.secondsLeft
        when: root.warning
        restoreMode: Binding.RestoreNone
    }

    onSecondsChanged: {
        late = false;
        halfway.restart();
    }

    Timer {
        id: halfway

        interval: 500
        onTriggered: root.late = true
    }

    Item {
        id: all

        anchors.fill: parent
        // Faded as one picture: the page must not shine through its parts
        layer.enabled: opacity < 1

        NumberAnimation on opacity {
            from: 0
            to: 1
            duration: Theme.duration(360)
            easing.type: Easing.OutCubic
        }

        IdleGround {
            id: ground
            anchors.fill: parent
            page: root.page
        }

        // Swallows everything, so that nothing below is pressed
        MouseArea {
            anchors.fill: parent
            onReleased: root.session.keepGoing()
            onWheel: root.session.keepGoing()
            Accessible.ignored: true
        }

        LightHalo {
            anchors.centerIn: ring
            radius: 0.62 * ring.width
            strength: 0.12
        }

        Ring {
            id: ring

            anchors.left: parent.left
            anchors.leftMargin: Theme.portrait ? (root.width - width) / 2 : root.side
            y: Theme.portrait ? Math.max(Theme.marginTop, (root.height - height - words.height - 96 * Theme.u) / 2) : (root.height - height) / 2
            width: root.ringSide
            height: root.ringSide
            text: root.seconds
            remaining: (root.seconds - (root.late ? 0.5 : 0)) / Math.max(1, root.session.warningSeconds)
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
                fit: 1.12
                color: Theme.text
                text: qsTr("The thread winds back to the start when the light runs out.")
            }
            Flow {
                width: parent.width
                topPadding: 44 * Theme.u
                spacing: 24 * Theme.u

                PillButton {
                    primary: true
                    focus: true
                    role: "h3"
                    minimumHeight: 120 * Theme.u
                    padding: 60 * Theme.u
                    text: qsTr("Keep going")
                    onTapped: root.session.keepGoing()
                }
                PillButton {
                    role: "h3"
                    minimumHeight: 120 * Theme.u
                    padding: 58 * Theme.u
                    text: qsTr("Start over")
                    onTapped: root.session.startOver()
                }
            }
        }
    }

    PassingLight {
        id: light

        visible: false
        from: Qt.point(ring.x + ring.centre.x, ring.y + ring.centre.y - ring.radius)
        goal: root.firstLight
    }

    SequentialAnimation {
        id: passing

        onFinished: root.over()

        PropertyAction {
            target: light
            property: "visible"
            value: true
        }
        ParallelAnimation {
            NumberAnimation {
                targets: [words, ring]
                property: "opacity"
                to: 0
                duration: 180
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                target: all
                property: "opacity"
                to: 0
                duration: 900
                easing.type: Easing.InOutSine
            }
            NumberAnimation {
                target: light
                property: "way"
                to: 1
                duration: 1600
                easing.type: Easing.InOutSine
            }
        }
        NumberAnimation {
            target: light
            property: "opacity"
            to: 0
            duration: 900
            easing.type: Easing.InOutSine
        }
    }
}
