pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// People hand in hand, winding away to the dawn. With a GPU the camera moves on by two per cent, and in
// the dark the lights breathe one by one.
Item {
    id: root

    // Foot of the headline in px: the horizon stays below it
    required property real clear
    // No other scene is leaving meanwhile
    required property bool alone
    // Size of the drawing in its own u, and how much larger it is on the screen
    readonly property size drawing: Theme.portrait ? Qt.size(1080, 1920) : Qt.size(1920, 1080)
    readonly property real enlarged: Math.max(width / drawing.width, height / drawing.height)
    readonly property point origin: placed(Qt.point(0, 0))
    // Above it is the sky, which has no detail and is a small picture
    readonly property real horizon: Math.round(placed(Qt.point(0, Theme.portrait ? 900 : 471)).y)
    readonly property string look: `${Theme.portrait ? "portrait" : "landscape"}-${Theme.name === "light" ? "light" : "dark"}`
    // Where the hands nearest to the visitor meet
    readonly property point hands: placed(Theme.portrait ? Qt.point(80, 1477) : Qt.point(99, 859))
    readonly property point firstLight: Qt.point(hands.x, view.y + hands.y)
    readonly property bool ready: view.opacity === 1 || [sky.status, people.status].includes(Image.Error)
    readonly property bool drifts: !Theme.software && !Theme.lessMotion
    readonly property bool breathes: drifts && Theme.dark && people.status === Image.Ready
    function placed(at: point): point {
        return Qt.point(width / 2 + (at.x - drawing.width / 2) * enlarged, height / 2 + (at.y - drawing.height / 2) * enlarged);
    }

    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.dark ? Theme.deep : Theme.background
        opacity: view.opacity
    }

    Item {
        id: view

        y: Math.round(Math.max(0, root.clear + (Theme.joinedScript ? 72 : 24) * Theme.u - root.horizon))
        width: root.width
        height: root.height
        opacity: Theme.software ? Math.round(shown * 9) / 9 : shown
        transformOrigin: Item.Right

        property real shown: sky.status === Image.Ready && people.status === Image.Ready ? 1 : 0

        Behavior on shown {
            NumberAnimation {
                duration: Theme.software && !root.alone ? 0 : Theme.duration(900)
            }
        }
        NumberAnimation on scale {
            running: root.drifts
            from: 1
            to: 1.02
            duration: 15800
        }

        Image {
            id: sky

            x: root.origin.x
            y: root.origin.y
            width: root.drawing.width * root.enlarged
            // Below the people by a pixel, so that no gap shows while the camera moves
            height: root.horizon - y + (view.opacity === 1 ? 1 : 0)
            // From a file Qt would load all its readers of pictures, 1 MB, to know which there are
            source: `image://own/sky-${root.look}.jpg`
            asynchronous: true
            cache: false
        }
        Image {
            id: people

            x: Math.round(root.origin.x)
            y: root.horizon
            width: Math.ceil(root.drawing.width * root.enlarged)
            height: Math.ceil(root.origin.y + root.drawing.height * root.enlarged) - y
            source: `image://own/chain-${root.look}.jpg`
            sourceSize: Qt.size(width, height)
            asynchronous: true
            cache: false
            fillMode: Image.PreserveAspectCrop
            // What breathes is drawn by the shader
            visible: !root.breathes
        }
        Loader {
            anchors.fill: people
            active: root.breathes
            sourceComponent: ShaderEffect {
                readonly property Image source: people
                readonly property size lights: Qt.size(width / root.enlarged / 3, height / root.enlarged / 3)
                readonly property real depth: 0.12
                property real breath

                fragmentShader: "shaders/breath.frag.qsb"

                NumberAnimation on breath {
                    from: 0
                    to: 1
                    duration: 5200
                    loops: Animation.Infinite
                }
            }
        }
    }

    // The words at the foot lie on a scrim, not on the picture
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: (Theme.portrait ? 560 : 400) * Theme.u
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.deep, 0)
            }
            GradientStop {
                position: 0.4
                color: Qt.alpha(Theme.deep, 0.3)
            }
            GradientStop {
                position: 0.58
                color: Qt.alpha(Theme.deep, 0.9)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.deep, 0.96)
            }
        }
    }
}
