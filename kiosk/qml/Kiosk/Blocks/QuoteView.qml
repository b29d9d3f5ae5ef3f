pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What somebody said. The thread runs down beside the words and ends in a light at the one who said
// them; it is drawn once when the page has landed. Long words get smaller before the column scrolls.
BlockView {
    id: root

    required property QuoteBlock block

    readonly property real indent: 72 * Theme.u
    readonly property real gap: 44 * Theme.u
    readonly property real axis: 17 * Theme.u
    readonly property real lightY: speaker.y + name.lineBox / 2
    readonly property list<real> sizes: [88, 80, 72, 65, 58, 52, 46, 41].map(size => size * Theme.th)
    readonly property bool rightToLeft: /^[^A-Za-z\u00c0-\u058f]*[\u0590-\u08ff]/.test(block.quoted)
    // The opening mark hangs before the first line, so that all lines begin below each other;
    // a wide one (« and its space) would stand on the thread
    readonly property bool hangs: rightToLeft === Theme.mirrored && mark.advanceWidth < indent - axis - 10 * Theme.u
    property real progress: 0

    implicitHeight: speaker.y + speaker.height
    leastHeight: smallest.height + gap + speaker.height
    onPlayingChanged: if (playing && progress === 0)
        drawing.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            drawing.stop();
        if (still)
            progress = 1;
    }

    NumberAnimation {
        id: drawing

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 1100
        easing.type: Easing.InOutCubic
    }

    TextFit {
        id: fit

        texts: [root.block.quoted]
        font.family: Theme.family
        font.weight: Theme.weight("h2")
        tracking: Theme.tracking("h2")
        sizes: root.sizes
        line: Theme.lineFactor("h2")
        width: words.maxWidth
        height: Math.min(root.heightRoom - root.gap - speaker.height, 20000 * Theme.u)
    }

    TextMetrics {
        id: mark

        font.family: Theme.family
        font.weight: Theme.weight("h2")
        font.pixelSize: Math.max(1, Math.round(fit.size))
        text: root.block.openingMark
    }

    Headline {
        id: smallest

        visible: false
        role: "h2"
        factor: root.sizes[root.sizes.length - 1] / Theme.pixelSize("h2")
        text: root.block.quoted
        maxWidth: words.maxWidth
    }

    Thread {
        width: root.width
        points: [Qt.point(root.axis, 8 * Theme.u), Qt.point(root.axis, root.lightY)]
        smoothed: false
        strokeWidth: 3.2 * Theme.u
        beadRadius: 4 * Theme.u
        spacing: 15 * Theme.u
        progress: root.progress
    }

    RankingDot {
        last: true
        x: Theme.mirrored ? root.width - root.axis : root.axis
        y: root.lightY
        opacity: root.progress < 1 ? 0 : 1

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.duration(180)
            }
        }
    }

    ThemeText {
        role: "h2"
        visible: root.hangs
        fit: words.fit
        wrapMode: Text.NoWrap
        anchors.right: words.left
        anchors.rightMargin: 2 * Theme.u
        text: root.block.openingMark
        Accessible.ignored: true
    }

    Headline {
        id: words

        role: "h2"
        anchors.left: parent.left
        anchors.leftMargin: root.indent
        maxWidth: Math.max(1, root.width - root.indent)
        factor: fit.size / Theme.pixelSize("h2")
        text: root.hangs ? root.block.quoted.slice(root.block.openingMark.length) : root.block.quoted
        Accessible.role: Accessible.StaticText
        Accessible.name: [root.block.quoted, root.block.name, root.block.role].filter(part => part !== "").join(" ")
    }

    Column {
        id: speaker

        anchors.left: words.left
        y: words.height + root.gap
        width: words.maxWidth
        spacing: 4 * Theme.u

        ThemeText {
            id: name

            role: "h3"
            width: parent.width
            text: root.block.name
            Accessible.ignored: true
        }

        ThemeText {
            width: parent.width
            visible: text !== ""
            text: root.block.role
            Accessible.ignored: true
        }

        MarkedText {
            role: "label"
            width: parent.width
            content: [root.block.asOfText, root.block.translated ? qsTr("translated") : ""].filter(part => part !== "").join(" \u00b7 ")
            footnote: root.block.sourceMark
            markColor: root.accentColor
            onMarkTapped: root.sourcesRequested()
        }
    }
}
