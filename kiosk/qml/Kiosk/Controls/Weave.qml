pragma ComponentBehavior: Bound
import QtQuick

// Woven cloth: faint dashes of the ground everywhere, the pattern from `start` on, growing out of the
// ground over `fade`. Runs in the reading direction; `flipped` turns it round. `progress` weaves it
// in from the start edge. The pattern is painted once and tiled.
Item {
    id: root

    required property string pattern
    property color accent: Theme.amber
    property color ground: Theme.background
    property real start: 0
    property real fade: Theme.contrast ? 12 * Theme.u : 260 * Theme.u
    property bool textured: !Theme.contrast
    property bool flipped: false
    property real progress: 1
    readonly property real ratio: Screen.devicePixelRatio
    readonly property int pixels: Math.round(height * ratio)
    readonly property string dye: "?accent=" + Theme.hex(accent) + "&linen=" + Theme.hex(Theme.linen) + "&height=" + pixels + "&flat=" + (Theme.contrast ? 1 : 0)

    Item {
        width: root.width * root.progress
        height: root.height
        clip: root.progress < 1
        transform: Scale {
            origin.x: root.width / 2
            xScale: root.flipped !== Theme.mirrored ? -1 : 1
        }

        Image {
            id: cloth

            readonly property real period: Math.max(1, implicitWidth / root.ratio)

            x: Math.floor(Math.max(0, root.start) / period) * period
            width: Math.max(0, (root.width - x) * root.ratio)
            height: root.pixels
            scale: 1 / root.ratio
            transformOrigin: Item.TopLeft
            fillMode: Image.Tile
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
            source: root.pixels > 0 ? "image://weave/" + root.pattern + root.dye : ""
        }
        Rectangle {
            x: cloth.x
            width: Math.max(0, root.start - cloth.x)
            height: root.height
            color: root.ground
        }
        Rectangle {
            x: root.start
            width: root.fade
            height: root.height
            visible: root.fade > 0
            gradient: Gradient {
                orientation: Gradient.Horizontal

                GradientStop {
                    position: 0
                    color: root.ground
                }
                GradientStop {
                    position: 0.2
                    color: Qt.alpha(root.ground, 0.896)
                }
                GradientStop {
                    position: 0.4
                    color: Qt.alpha(root.ground, 0.648)
                }
                GradientStop {
                    position: 0.6
                    color: Qt.alpha(root.ground, 0.352)
                }
                GradientStop {
                    position: 0.8
                    color: Qt.alpha(root.ground, 0.104)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(root.ground, 0)
                }
            }
        }
        Image {
            width: root.width * root.ratio
            height: root.pixels
            scale: 1 / root.ratio
            transformOrigin: Item.TopLeft
            visible: root.textured
            fillMode: Image.Tile
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
            source: visible && root.pixels > 0 ? "image://weave/ground" + root.dye + "&like=" + root.pattern : ""
        }
    }
}
