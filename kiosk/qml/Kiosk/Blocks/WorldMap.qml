pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The map: one picture, painted once per size and look; over it the origin with its wave. A touch
// says which region it meant.
Item {
    id: root

    required property list<string> codes
    required property string region
    required property WorldOrigin origin
    required property color accentColor
    required property bool touchable
    required property bool still
    required property bool playing
    // The side on which the map fades into the ground instead of ending: -1 left, 1 right, 0 none
    required property int fading
    // Its lower part goes down into the ground
    property bool sinking: false
    readonly property bool ready: geometry.address === "" || picture.status === Image.Ready || picture.status === Image.Error
    // Where the origin is
    readonly property point spot: Qt.point(sheet.x + geometry.origin.x, sheet.y + geometry.origin.y)
    readonly property string touchedRegion: touch.pressed ? geometry.touchedRegion : ""
    readonly property bool waving: geometry.originShown && !Theme.contrast
    readonly property bool live: waving && !Theme.software && GraphicsInfo.shaderType === GraphicsInfo.RhiShader
    readonly property real waveLength: 0.295 * sheet.width
    // More where the wave is all there is to see
    readonly property real gain: codes.length > 0 ? 0.9 : 3.2

    signal regionTapped(string region)

    Accessible.ignored: true

    WorldGeometry {
        id: geometry

        width: root.width
        height: root.height
        cell: (Theme.portrait && root.region === "" && root.width <= Theme.screenWidth ? 8 : 11.4) * Theme.u
        codes: root.codes
        region: root.region
        marked: root.origin !== null
        longitude: root.origin?.lon ?? 0
        latitude: root.origin?.lat ?? 0
    }

    Item {
        id: sheet

        x: (root.width - width) * (root.fading === 0 ? 0.5 : root.fading < 0 ? 1 : 0)
        y: (root.height - height) / 2
        width: geometry.mapWidth
        height: geometry.mapHeight

        Image {
            id: picture

            readonly property real ratio: Screen.devicePixelRatio
            readonly property string wave: root.waving && !root.live ? `&wave=${root.waveLength * ratio}&gain=${root.gain}&x=${geometry.origin.x * ratio}&y=${geometry.origin.y * ratio}` : ""

            anchors.fill: parent
            source: geometry.address === "" ? "" : `image://world/${geometry.address}?stitch=${geometry.stitch * ratio}&accent=${Theme.hex(root.accentColor)}&flat=${Theme.contrast ? 1 : 0}${wave}&lit=${geometry.lit}`
            asynchronous: true
            visible: !root.live
            opacity: status === Image.Ready ? 1 : 0
            Accessible.ignored: true

            Behavior on opacity {
                enabled: !root.still

                NumberAnimation {
                    duration: Theme.duration(260)
                    easing.type: Easing.OutCubic
                }
            }
        }

        Loader {
            anchors.fill: parent
            active: root.live
            opacity: picture.opacity
            sourceComponent: WorldWave {
                source: picture
                stitch: geometry.stitch
                span: root.waveLength
                gain: root.gain
                origin: geometry.origin
                playing: root.playing && picture.status === Image.Ready
            }
        }

        Rectangle {
            x: root.fading > 0 ? parent.width - width : 0
            width: 110 * Theme.u
            height: parent.height
            visible: root.fading !== 0
            gradient: Gradient {
                orientation: Gradient.Horizontal

                GradientStop {
                    position: 0
                    color: Qt.alpha(Theme.background, root.fading < 0 ? 1 : 0)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(Theme.background, root.fading < 0 ? 0 : 1)
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 0.36 * parent.height
            visible: root.sinking
            gradient: Gradient {
                GradientStop {
                    position: 0
                    color: Qt.alpha(Theme.background, 0)
                }
                GradientStop {
                    position: 0.7
                    color: Theme.background
                }
            }
        }

        WorldPoint {
            visible: geometry.originShown
            x: geometry.origin.x
            y: geometry.origin.y
            room: sheet.width - x
            stitch: geometry.stitch
            name: root.origin?.name ?? ""
        }

        MouseArea {
            id: touch

            anchors.fill: parent
            enabled: root.touchable
            Accessible.ignored: true
            onPressed: event => geometry.touched = Qt.point(event.x, event.y)
            onClicked: if (geometry.touchedRegion !== "")
                root.regionTapped(geometry.touchedRegion)
        }
    }
}
