pragma ComponentBehavior: Bound
import QtQuick

// A cloth without a GPU: one repeat of the pattern is painted once and tiled, and the ground lies over
// it where it fades.
Item {
    id: root

    required property Cloth cloth
    readonly property int pixels: Math.round(height * cloth.ratio)
    readonly property string dye: "?accent=" + Theme.hex(cloth.accent) + "&linen=" + Theme.hex(Theme.linen) + "&height=" + pixels + "&flat=" + (Theme.contrast ? 1 : 0)

    Item {
        width: root.width * root.cloth.progress
        height: root.height
        clip: root.cloth.progress < 1 || root.cloth.shift !== 0
        transform: Scale {
            origin.x: root.width / 2
            xScale: root.cloth.turned ? -1 : 1
        }

        Image {
            id: picture

            readonly property real period: Math.max(1, implicitWidth / root.cloth.ratio)

            readonly property real pulled: (root.cloth.shift % period + period) % period

            x: Math.floor((Math.max(0, root.cloth.start) - pulled) / period) * period + pulled
            width: Math.max(0, (root.width - x) * root.cloth.ratio)
            height: root.pixels
            scale: 1 / root.cloth.ratio
            transformOrigin: Item.TopLeft
            fillMode: Image.Tile
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
            source: root.pixels > 0 ? "image://weave/" + root.cloth.pattern + root.dye : ""
        }
        Rectangle {
            x: picture.x
            width: Math.max(0, root.cloth.start - picture.x)
            height: root.height
            color: root.cloth.ground
        }
        Rectangle {
            x: root.cloth.start
            width: root.cloth.fade
            height: root.height
            visible: root.cloth.fade > 0
            gradient: Gradient {
                orientation: Gradient.Horizontal

                GradientStop {
                    position: 0
                    color: root.cloth.ground
                }
                GradientStop {
                    position: 0.2
                    color: Qt.alpha(root.cloth.ground, 0.896)
                }
                GradientStop {
                    position: 0.4
                    color: Qt.alpha(root.cloth.ground, 0.648)
                }
                GradientStop {
                    position: 0.6
                    color: Qt.alpha(root.cloth.ground, 0.352)
                }
                GradientStop {
                    position: 0.8
                    color: Qt.alpha(root.cloth.ground, 0.104)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(root.cloth.ground, 0)
                }
            }
        }
        Image {
            x: picture.pulled - (picture.pulled > 0 ? picture.period : 0)
            width: (root.width - x) * root.cloth.ratio
            height: root.pixels
            scale: 1 / root.cloth.ratio
            transformOrigin: Item.TopLeft
            visible: root.cloth.textured
            fillMode: Image.Tile
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
            source: visible && root.pixels > 0 ? "image://weave/ground" + root.dye + "&like=" + root.cloth.pattern : ""
        }
    }
}
