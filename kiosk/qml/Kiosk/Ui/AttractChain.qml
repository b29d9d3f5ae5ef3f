pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// People hand in hand, winding away to the dawn. With a GPU the camera moves on by two per cent.
Item {
    id: root

    // Foot of the headline in px: the horizon stays below it
    required property real clear
    readonly property real magnified: Math.max(width / Math.max(1, picture.implicitWidth), height / Math.max(1, picture.implicitHeight)) * picture.implicitHeight
    readonly property real horizon: (height - magnified) / 2 + magnified * (Theme.portrait ? 900 / 1920 : 472 / 1080)
    readonly property bool ready: picture.opacity === 1 || picture.status === Image.Error
    readonly property bool drifts: !Theme.software && !Theme.lessMotion

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
        source: `pictures/chain-${Theme.portrait ? "portrait" : "landscape"}-${Theme.name === "light" ? "light" : "dark"}.jpg`
        sourceSize: Qt.size(Math.min(2560, root.width), 0)
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectCrop
        opacity: status === Image.Ready ? 1 : 0
        transformOrigin: Item.Right

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.duration(900)
            }
        }
        NumberAnimation on scale {
            running: root.drifts
            from: 1
            to: 1.02
            duration: 15800
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
                position: 0.55
                color: Qt.alpha(Theme.deep, 0.9)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.deep, 0.96)
            }
        }
    }
}
