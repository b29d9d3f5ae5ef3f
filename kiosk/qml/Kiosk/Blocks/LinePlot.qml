pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The lines of a chart over time: the thread on its woven ground, the others sewn beside it, values
// where they have room. `progress` uncovers all of it from the earliest date on.
Item {
    id: root

    required property LineGeometry geometry
    required property color stitchColor
    required property color otherColor
    required property real progress

    readonly property real air: 90 * Theme.u
    readonly property real seen: progress * width

    Item {
        x: -root.air
        y: -root.air
        width: root.progress < 1 ? root.air + root.seen : root.width + 2 * root.air
        height: root.height + 2 * root.air
        clip: root.progress < 1

        // The software renderer does not clip shapes, but it clips the picture of them
        Item {
            width: root.width + 2 * root.air
            height: root.height + 2 * root.air
            layer.enabled: root.progress < 1

            StitchGround {
                x: root.air
                y: root.air
                paths: root.geometry.grounds
                stitchColor: root.stitchColor
            }

            Repeater {
                model: root.geometry.sewn

                SewnLine {
                    required property string modelData
                    required property int index

                    x: root.air
                    y: root.air
                    path: modelData
                    order: index
                    color: root.otherColor
                }
            }

            Repeater {
                model: root.geometry.knots

                Rectangle {
                    required property point modelData

                    x: root.air + modelData.x - radius
                    y: root.air + modelData.y - radius
                    width: 2 * radius
                    height: width
                    radius: 7 * Theme.u
                    color: root.otherColor
                }
            }

            Repeater {
                model: Math.max(0, root.geometry.starts.length - 1)

                Thread {
                    required property int index

                    x: root.air
                    y: root.air
                    width: root.width
                    height: root.height
                    points: root.geometry.thread.slice(root.geometry.starts[index], root.geometry.starts[index + 1])
                    smoothed: false
                    strokeWidth: 3.2 * Theme.u
                    beadRadius: 4 * Theme.u
                    spacing: 15 * Theme.u
                    mirrored: false
                }
            }
        }
    }

    Repeater {
        model: root.geometry.dots

        RankingDot {
            required property point modelData
            required property int index

            x: modelData.x
            y: modelData.y
            first: index === 0
            last: index === root.geometry.lastDot
            opacity: root.progress === 1 || root.seen >= modelData.x ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.duration(180)
                }
            }
        }
    }

    Repeater {
        model: root.geometry.labelSpots

        Item {
            id: label

            required property point modelData
            required property int index
            readonly property bool own: root.geometry.labelOwn[index] ?? false

            x: modelData.x
            y: modelData.y
            visible: root.progress === 1 || root.seen >= modelData.x + digits.width / 2

            // Lines and stitches would run through the digits
            Rectangle {
                x: -4 * Theme.u
                y: Theme.contrast ? 0 : digits.height * 0.14
                width: digits.width + 8 * Theme.u
                height: Theme.contrast ? digits.height : digits.height * 0.74
                color: Theme.background
                opacity: Theme.contrast ? 1 : 0.6
            }
            ThemeText {
                id: digits

                role: "nav"
                color: label.own ? Theme.text : root.otherColor
                lineHeight: 1.25 * font.pixelSize
                wrapMode: Text.NoWrap
                text: root.geometry.labelTexts[label.index] ?? ""
            }
        }
    }
}
