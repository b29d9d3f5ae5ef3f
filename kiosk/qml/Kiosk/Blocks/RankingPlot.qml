pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The plot of a ranking: a hairline per place, the climbing thread on its woven ground, dots at
// published editions, and labels as far as they have room. Time runs to the right in every language.
Item {
    id: root

    required property RankingGeometry geometry
    required property list<string> labels
    required property list<int> places
    required property color stitchColor
    required property real progress
    readonly property alias thread: curve
    // Come from another page the thread is there at once; only the cloth below it grows
    property bool carried: false
    readonly property real reach: progress < 1 ? climb.tip.x : width

    Repeater {
        model: root.geometry.lines

        Rectangle {
            required property real modelData

            y: modelData
            width: root.width
            height: Theme.hairline
            color: Theme.line
            opacity: Theme.contrast ? 0.35 : 0.5
        }
    }

    Repeater {
        model: root.geometry.tickPlaces

        RankingTick {
            required property int modelData

            y: (modelData - 1) * root.geometry.pitch
            width: root.width
            place: modelData
        }
    }

    // Without a GPU a clip does not cut what is stitched: the cloth appears as a whole, and as a picture,
    // for its thousands of stitches would cost each frame of the climb 8 ms
    Item {
        width: Theme.software ? root.width : root.reach
        height: root.height
        clip: root.progress < 1 && !Theme.software
        opacity: Theme.software ? root.progress : 1

        StitchGround {
            width: root.width
            height: root.height
            layer.enabled: Theme.software && root.progress < 1
            paths: root.geometry.grounds
            stitchColor: root.stitchColor
        }
    }

    Thread {
        id: curve

        anchors.fill: parent
        points: root.geometry.curve
        smoothed: false
        strokeWidth: 3.2 * Theme.u
        beadRadius: 4 * Theme.u
        spacing: 15 * Theme.u
        mirrored: false
        progress: root.carried ? 1 : root.progress
        lasting: progress === 1
        entire: true
        onAwayChanged: root.carried = true
    }

    ThreadPath {
        id: climb

        points: root.geometry.curve
        smooth: false
        progress: root.progress
    }

    Repeater {
        model: root.geometry.dots

        RankingDot {
            required property point modelData
            required property int index

            x: modelData.x
            y: modelData.y
            first: index === 0
            last: index === root.places.length - 1
            opacity: root.reach >= modelData.x - 1 ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.duration(180)
                }
            }
        }
    }

    Repeater {
        model: root.geometry.shownPlaces

        Item {
            id: label

            required property int modelData
            readonly property point spot: root.geometry.placeSpots[modelData] ?? Qt.point(0, 0)

            x: spot.x
            y: spot.y
            visible: root.reach >= spot.x

            // Lines and stitches would run through the digits
            Rectangle {
                x: -4 * Theme.u
                y: digits.height * 0.2
                width: digits.width + 8 * Theme.u
                height: digits.height * 0.62
                color: Theme.background
                opacity: Theme.contrast ? 1 : 0.6
            }
            ThemeText {
                id: digits

                role: "body"
                font.weight: Theme.contrast ? 700 : 500
                lineHeight: 1.25 * font.pixelSize
                wrapMode: Text.NoWrap
                text: label.modelData < root.places.length ? Theme.number(root.places[label.modelData], 0) : ""
            }
        }
    }

    Repeater {
        model: root.geometry.shownEditions

        ThemeText {
            required property int modelData

            role: "nav"
            color: Theme.muted
            x: (root.geometry.editionSpots[modelData] ?? Qt.point(0, 0)).x
            y: root.height + 26 * Theme.u
            wrapMode: Text.NoWrap
            text: root.labels[modelData] ?? ""
        }
    }
}
