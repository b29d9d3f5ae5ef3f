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
    readonly property real horizon: placed(Qt.point(0, Theme.portrait ? 900 : 472)).y
    // Where the hands nearest to the visitor meet
    readonly property point hands: placed(Theme.portrait ? Qt.point(80, 1477) : Qt.point(99, 860))
    readonly property point firstLight: Qt.point(hands.x, picture.y + hands.y)
    readonly property bool ready: picture.opacity === 1 || picture.status === Image.Error
    readonly property bool drifts: !Theme.software && !Theme.lessMotion
    readonly property bool breathes: drifts && Theme.dark && picture.status === Image.Ready
    function placed(at: point): point {
        return Qt.point(width / 2 + (at.x - drawing.width / 2) * enlarged, height / 2 + (at.y - drawing.height / 2) * enlarged);
    }

    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.dark ? Theme.deep : Theme.background
        opacity: picture.opacity
    }

    Image {
        id: picture

        y: Math.max(0, root.clear + (Theme.joinedScript ? 72 : 24) * Theme.u - root.horizon)
        width: root.width
        height: root.height
        // From a file Qt would load all its readers of pictures, 1 MB, to know which there are
        source: `image://own/chain-${Theme.portrait ? "portrait" : "landscape"}-${Theme.name === "light" ? "light" : "dark"}.jpg`
        sourceSize: Qt.size(root.width, root.height)
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectCrop
        opacity: Theme.software ? Math.round(shown * 9) / 9 : shown
        transformOrigin: Item.Right
        // What breathes is drawn by the shader
        visible: !root.breathes

        property real shown: status === Image.Ready ? 1 : 0

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
    }

    Loader {
        y: picture.y
        width: root.width
        height: root.height
        active: root.breathes
        opacity: picture.opacity
        scale: picture.scale
        transformOrigin: Item.Right
        sourceComponent: ShaderEffect {
            readonly property Image source: picture
            readonly property size part: Qt.size(width / (root.drawing.width * root.enlarged), height / (root.drawing.height * root.enlarged))
            readonly property size lights: Qt.size(root.drawing.width / 3, root.drawing.height / 3)
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
