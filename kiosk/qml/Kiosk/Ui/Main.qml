pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The one window. It covers the screen, refuses to close, and lays the picture turned if asked.
Window {
    id: root

    required property Session session
    required property bool software
    required property int turn
    required property bool still
    property bool closable: false
    property bool started: false
    property bool touchedEarly: false
    readonly property bool sideways: turn % 180 !== 0
    readonly property bool ready: stage.ready && (chrome.item?.["ready"] ?? true) && (countdown.item?.["ready"] ?? true) // qmllint disable missing-property
    property bool warm: false

    // The program calls it once the first frame is on the screen
    function finishStart(): void {
        started = true;
        if (touchedEarly)
            session.begin();
    }

    color: Theme.background
    title: session.mark
    onClosing: close => close.accepted = root.closable

    Binding {
        target: Theme
        property: "settled"
        value: root.started || root.still
    }
    Binding {
        target: Theme
        property: "screenWidth"
        value: page.width
    }
    Binding {
        target: Theme
        property: "screenHeight"
        value: page.height
    }
    Binding {
        target: Theme
        property: "name"
        value: root.session.theme
    }
    Binding {
        target: Theme
        property: "textSize"
        value: root.session.textSize
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: root.session.mirrored
    }
    Binding {
        target: Theme
        property: "lessMotion"
        value: root.session.lessMotion || root.still
    }
    // Qt falls back to it by itself where the GPU cannot be had after all
    Binding {
        target: Theme
        property: "software"
        value: root.software || canvas.GraphicsInfo.api === GraphicsInfo.Software
    }
    Binding {
        target: Theme
        property: "localeName"
        value: root.session.language
    }

    // Who touches before the program is complete is answered as soon as it is
    MouseArea {
        anchors.fill: parent
        enabled: !root.started
        onPressed: root.touchedEarly = true
    }

    FocusScope {
        id: canvas

        width: root.sideways ? root.height : root.width
        height: root.sideways ? root.width : root.height
        anchors.centerIn: parent
        rotation: root.turn
        focus: true
        enabled: Theme.settled // the types and pictures of a visit come right after the first frame
        LayoutMirroring.enabled: root.session.mirrored
        LayoutMirroring.childrenInherit: true
        Keys.onPressed: event => keys.handle(event)

        KeyWalk {
            id: keys
            session: root.session
            window: root
            fence: root.session.mode === "warning" ? countdown.item as Item : root.session.panel !== "" ? chrome.item as Item : null
        }

        Item {
            id: page
            anchors.fill: parent
            anchors.bottomMargin: strip.height

            Stage {
                id: stage
                anchors.fill: parent
                session: root.session
                still: root.still
                warm: root.warm
            }

            // Made after the first frame, or at the touch that comes before: attract needs none of it
            SourceLoader {
                id: chrome

                readonly property bool wanted: root.warm || root.session.mode !== "attract"

                anchors.fill: parent
                onWantedChanged: show("Chrome.qml", {
                    session: root.session,
                    still: root.still,
                    page: stage
                })
            }
        }

        // The notes of a talk take their room from the screen, so that they cover nothing
        SourceLoader {
            id: strip

            readonly property bool wanted: root.session.presenting

            anchors {
                left: parent.left
                right: parent.right
                bottom: parent.bottom
            }
            height: wanted ? Math.round(canvas.width > canvas.height ? 0.085 * canvas.width : 0.105 * canvas.height) : 0
            onWantedChanged: show(wanted ? "PresenterStrip.qml" : "", {
                session: root.session
            })
        }

        // The countdown; it says itself when it is over
        SourceLoader {
            id: countdown

            readonly property bool wanted: root.session.mode === "warning"

            anchors.fill: parent
            onWantedChanged: if (wanted)
                show("IdleOverlay.qml", {
                    session: root.session,
                    page: page,
                    firstLight: Qt.binding(() => stage.shown.item?.["firstLight"] ?? Qt.point(-1, -1)) // qmllint disable missing-property
                })

            Connections {
                target: countdown.item
                ignoreUnknownSignals: true

                function onOver() {
                    countdown.show("", null);
                }
            }
        }

        Binding {
            target: chrome.item
            property: "tiles"
            value: stage.tiles
            when: chrome.status === Loader.Ready
        }
    }

    // Once the first picture stands, compile what the first touches will show
    Timer {
        running: root.started
        interval: 500
        onTriggered: root.warm = true
    }

    SourceLoader {
        readonly property bool wanted: root.warm && !root.still

        asynchronous: true
        onWantedChanged: show("Warm.qml", {
            session: root.session
        })
    }
}
