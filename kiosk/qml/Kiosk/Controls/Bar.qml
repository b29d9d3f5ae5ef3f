pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One bar of a chart: its label, then a band as long as its value, the value at its end.
Item {
    id: root

    required property string label
    required property string valueText
    required property real share
    required property bool highlight
    required property real barHeight
    required property real valueRoom
    required property string accent
    required property string pattern
    required property bool playing
    required property bool still
    required property int order
    // Too little height: the value stands at the end of the label's line
    readonly property bool compact: barHeight < 0.88 * figure.font.pixelSize

    readonly property color dye: highlight ? Theme.amber : Theme.accentColor(accent)
    readonly property real full: Math.max(2 * Theme.u, share * (compact ? width : width - valueRoom))
    property real filled: 0

    implicitHeight: words.height + 6 * Theme.u + barHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + valueText
    onPlayingChanged: if (playing && filled === 0)
        filling.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            filling.stop();
        if (still)
            filled = 1;
    }

    SequentialAnimation {
        id: filling

        PauseAnimation {
            duration: root.order * 90
        }
        NumberAnimation {
            target: root
            property: "filled"
            from: 0
            to: 1
            duration: 900
            easing.type: Easing.InOutCubic
        }
    }

    ThemeText {
        id: words

        role: "label"
        anchors.left: parent.left
        width: root.width - root.valueRoom
        text: root.label
        color: root.highlight ? Theme.text : Theme.muted
        Accessible.ignored: true
    }

    Item {
        id: band

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: root.full * root.filled
        height: root.barHeight
        clip: true

        Rectangle {
            anchors.fill: parent
            color: Theme.contrast ? Theme.background : Qt.tint(Theme.background, Qt.alpha(root.dye, root.highlight ? 0.24 : 0.16))
            border.width: Theme.contrast ? Theme.stroke : 0
            border.color: root.highlight ? Theme.amber : Theme.line
        }

        Weave {
            anchors.left: parent.left
            width: root.full
            height: root.barHeight
            pattern: root.pattern
            accent: root.dye
            ground: "transparent"
            fade: 0
            textured: false
            opacity: root.highlight || Theme.contrast ? 1 : 0.45
        }
    }

    ThemeText {
        id: figure

        readonly property real start: root.compact ? root.width - width : band.width + 14 * Theme.u

        role: "button"
        x: Theme.mirrored ? root.width - start - width : start
        y: root.compact ? words.baselineOffset - baselineOffset : band.y + (band.height - height) / 2
        text: root.valueText
        color: root.highlight ? Theme.amber : Theme.text
        wrapMode: Text.NoWrap
        opacity: root.filled
        Accessible.ignored: true
    }
}
