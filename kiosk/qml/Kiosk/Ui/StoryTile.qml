pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A story of a section: one drawing, one fact, one title. A wide tile has its drawing beside the
// words; where the words need all the room the drawing steps aside.
Tappable {
    id: root

    required property Story story
    required property string accent
    required property string pattern
    readonly property real pad: Math.round((wide ? 28 : 36) * Theme.u)
    readonly property bool wide: width > 1.6 * height
    readonly property real side: wide ? Math.min(width * 0.26, 300 * Theme.u) : 0
    readonly property real besideRoom: width - side - pad - 48 * Theme.u
    readonly property bool beside: wide && askedFact.implicitHeight + askedTitle.implicitHeight < height - pad
    readonly property real drawingHeight: wide ? height - 2 * pad : words.y - pad - 18 * Theme.u

    readonly property real titleFactor: wide && width < 520 * Theme.u ? 0.9 : 1

    signal reached

    onActiveFocusChanged: if (activeFocus)
        reached()
    Accessible.name: story.title
    Accessible.description: story.tile.fact

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        border.width: Theme.contrast ? Theme.stroke : 0
        border.color: Theme.controlBorder
    }

    Ripple {
        touched: root
        pattern: root.pattern
        accent: Theme.accentColor(root.accent)
    }

    TileDrawing {
        anchors.left: parent.left
        anchors.leftMargin: root.pad
        y: root.beside ? (root.height - height) / 2 : root.pad
        width: root.wide ? root.side : root.width - 2 * root.pad
        height: Math.max(1, Math.min(root.drawingHeight, 200 * Theme.th))
        visible: root.drawingHeight > 76 * Theme.u && (root.beside || !root.wide)
        drawing: root.story.tile.drawing
        accent: root.accent
    }

    // How high the words would be beside the drawing
    ThemeText {
        id: askedFact

        visible: false
        width: root.besideRoom
        role: "button"
        text: root.story.tile.fact
    }
    Headline {
        id: askedTitle

        visible: false
        role: "h3"
        factor: root.titleFactor
        maxWidth: root.besideRoom
        text: root.story.title
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.beside ? root.side + root.pad + 24 * Theme.u : root.pad
        y: root.wide ? (root.height - height) / 2 : root.height - height - 30 * Theme.u
        width: root.width - anchors.leftMargin - 24 * Theme.u
        spacing: 4 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: root.story.tile.fact
            color: Theme.accentColor(root.accent)
            Accessible.ignored: true
        }
        Headline {
            role: "h3"
            factor: root.titleFactor
            maxWidth: parent.width
            text: root.story.title
            Accessible.ignored: true
        }
    }
}
