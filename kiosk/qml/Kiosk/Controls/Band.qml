pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// An area's band: title and a line below it on the woven ground, the pattern running off the edge.
// `patternStart` should be the same on all bands: 24u before the largest `labelEnd`.
Tappable {
    id: root

    required property string title
    property string subtitle
    property string accent: "sea"
    property string pattern: "link"
    property real patternStart: labelEnd - 24 * Theme.u
    property bool pulled: false // its cloth is elsewhere
    property real titleRoom: Math.min(700 * Theme.u, width * 0.66)
    readonly property real labelEnd: labels.x0 + Math.max(heading.contentWidth, line.width)
    // A low band keeps its title, smaller if need be, and leaves the line below to those who listen
    property bool subtitled: roomy
    readonly property bool roomy: asked + below <= height - 28 * Theme.u
    readonly property real asked: balance.lineCount * Theme.pixelSize("bandTitle") * Theme.lineFactor("bandTitle")
    readonly property real below: subtitle === "" ? 0 : labels.spacing + Math.max(count.implicitHeight, 34 * Theme.t)

    implicitHeight: Math.round(Math.max(204 * Theme.u, asked + below + 48 * Theme.u))
    transformOrigin: Theme.mirrored ? Item.Left : Item.Right // the bleeding edge stays at the screen's
    Accessible.name: title
    Accessible.description: subtitle

    Rectangle {
        anchors.fill: parent
        color: Theme.tintColor(root.accent)
    }
    Weave {
        anchors.fill: parent
        anchors.topMargin: Theme.contrast ? Theme.stroke : 0 // inside the frame
        anchors.bottomMargin: anchors.topMargin
        visible: !root.pulled
        pattern: root.pattern
        accent: Theme.accentColor(root.accent)
        ground: Theme.tintColor(root.accent)
        touched: root
        start: root.patternStart + (Theme.contrast ? 60 : 12) * Theme.u
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        visible: Theme.contrast
        border.width: Theme.stroke
        border.color: Theme.controlBorder
    }

    Balance {
        id: balance

        text: root.title
        family: Theme.family
        pixelSize: Theme.pixelSize("bandTitle")
        weight: Theme.weight("bandTitle")
        tracking: Theme.tracking("bandTitle")
        available: root.titleRoom
        maxLines: 2
    }

    Column {
        id: labels

        readonly property real x0: Math.round(44 * Theme.u)

        anchors.left: parent.left
        anchors.leftMargin: x0
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10 * Theme.u

        Headline {
            id: heading

            anchors.left: parent.left
            role: "bandTitle"
            factor: root.subtitled ? 1 : Math.min(1, (root.height - 28 * Theme.u) / root.asked)
            text: root.title
            maxWidth: root.titleRoom
            maxLines: 2
            Accessible.ignored: true
        }
        Row {
            id: line

            anchors.left: parent.left
            spacing: 16 * Theme.u
            visible: root.subtitle !== "" && root.subtitled

            ThemeText {
                id: count

                anchors.verticalCenter: parent.verticalCenter
                role: "label"
                text: root.subtitle
                color: Theme.accentColor(root.accent)
                font.weight: Theme.weight("nav")
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: Theme.glyphs.forward
                size: 34 * Theme.t
                color: Theme.accentColor(root.accent)
            }
        }
    }
}
