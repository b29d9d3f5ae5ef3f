pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The one story a section puts first: its picture, or its drawing on the woven ground, and the
// amber button that opens it. In the dark the words lie on a scrim, else on a plate of their own.
Tappable {
    id: root

    required property Story story
    required property Section section
    readonly property bool pictured: story.picture !== null
    readonly property bool scrimmed: Theme.dark && pictured
    readonly property real pad: Math.round(44 * Theme.u)
    readonly property bool ready: !pictured || (picture.item as ThemeImage)?.ready === true || (picture.item as ThemeImage)?.missing === true
    readonly property real leastHeight: Math.max(words.height, action.height) + 88 * Theme.u
    readonly property real actionRoom: Math.max(enabled ? action.width : 0, pictured || Theme.portrait ? 0 : 440 * Theme.u)
    // The drawing grows with a card that has the room for it; a high title leaves it that over the button
    readonly property bool beside: !Theme.portrait || (enabled && words.y < action.y - 60 * Theme.u)
    readonly property real drawingRoom: Math.max(1, (beside ? action.y : words.y) - 1.6 * pad)
    readonly property real drawingHeight: Math.min(drawingRoom, Math.max(420 * Theme.u, 0.5 * height))
    readonly property real plateTop: words.y - 24 * Theme.u
    readonly property real pictureFoot: scrimmed ? height - (Theme.portrait ? 0.6 * (height - plateTop) : 0) : plateTop

    clip: true
    Accessible.role: enabled ? Accessible.Button : Accessible.StaticText
    Accessible.name: story.title
    Accessible.description: story.tile.fact

    Rectangle {
        anchors.fill: parent
        color: root.pictured ? Theme.deep : Theme.tintColor(root.section.accent)
    }

    Weave {
        anchors.fill: parent
        visible: !root.pictured
        pattern: root.section.pattern
        accent: Theme.accentColor(root.section.accent)
        ground: Theme.tintColor(root.section.accent)
        start: width
        fade: 0
        touched: root
    }

    TileDrawing {
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        y: root.pad
        width: Math.max(root.actionRoom, Theme.portrait && root.beside ? 0 : Math.min(root.width * 0.6, root.drawingHeight * 16 / 9))
        height: root.drawingHeight
        visible: !root.pictured && height > 90 * Theme.u
        drawing: root.story.tile.drawing
        accent: root.section.accent
    }

    Loader {
        id: picture

        width: parent.width
        height: root.pictureFoot
        // Of a strip nobody sees more than heads
        visible: root.scrimmed || height > 120 * Theme.u
        active: root.pictured
        sourceComponent: ThemeImage {
            source: root.story.picture !== null ? root.story.picture.url : ""
            alt: root.story.picture !== null ? root.story.picture.alt : ""
            pattern: root.section.pattern
            accent: root.section.accent
        }
    }

    // Above picture and cloth, which would cover it
    Rectangle {
        anchors.fill: parent
        visible: Theme.contrast
        color: "transparent"
        border.width: Theme.stroke
        border.color: Theme.controlBorder
    }

    Rectangle {
        width: parent.width
        y: root.plateTop - 80 * Theme.u
        height: parent.height - y
        visible: root.scrimmed
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.scrim, 0)
            }
            GradientStop {
                position: Math.min(0.6, 92 * Theme.u / Math.max(1, root.height - root.plateTop + 80 * Theme.u))
                color: Qt.alpha(Theme.scrim, 0.86)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.scrim, 0.94)
            }
        }
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.pad
        y: root.height - height - 44 * Theme.u
        width: root.width - 2 * root.pad - root.actionRoom - 32 * Theme.u
        spacing: 6 * Theme.u

        ThemeText {
            width: parent.width
            role: "nav"
            text: root.story.tile.fact
            color: Theme.amberHigh
            Accessible.ignored: true
        }
        Headline {
            role: "h2"
            factor: Theme.portrait ? 0.9 : 1
            text: root.story.title
            maxWidth: parent.width
            maxLines: 3
            Accessible.ignored: true
        }
    }

    PillButton {
        id: action

        anchors.right: parent.right
        anchors.rightMargin: 40 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 40 * Theme.u
        primary: true
        visible: root.enabled
        text: root.story.action !== "" ? root.story.action : qsTr("Open the story")
        glyph: Theme.glyphs.forward
        glyphAfter: true
        maxWidth: root.width * 0.46
        activeFocusOnTab: false
        Accessible.ignored: true
        onTapped: root.tapped()
    }
}
