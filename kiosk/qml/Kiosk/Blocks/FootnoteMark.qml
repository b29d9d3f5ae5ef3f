pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The footnote mark after the last word of a text. `lastLine` is where that line ends: its width
// with the spaces that keep the mark's room, and its top.
Tappable {
    id: root

    required property ThemeText host
    required property string content
    required property int footnote
    required property color markColor
    property point lastLine
    // Spaces that do not break, as wide as the mark and a little air
    readonly property string keeper: footnote > 0 ? "\u00a0".repeat(Math.ceil((15 * Theme.t * footnote.toString().length + 10 * Theme.t) / (0.26 * host.font.pixelSize))) : ""

    readonly property bool rightToLeft: /^[^A-Za-z\u00c0-\u058f]*[\u0590-\u08ff]/.test(content)
    readonly property real lineStart: host.effectiveHorizontalAlignment === Text.AlignRight ? host.width - host.rightPadding - lastLine.x : 0
    // Its digit stands a little higher than the capitals
    readonly property real foot: Math.floor((host.lineBox - host.font.pixelSize * Theme.naturalLine) / 2) + lastLine.y + metrics.ascent - 0.72 * host.font.pixelSize - 4 * Theme.u + sign.capHeight

    visible: footnote > 0
    width: Math.max(64 * Theme.u, sign.width)
    height: width
    x: lineStart + (rightToLeft ? 0 : lastLine.x - sign.width) - (width - sign.width) / 2
    y: foot - sign.capHeight / 2 - height / 2
    Accessible.name: qsTr("Source %1").arg(footnote)

    FontMetrics {
        id: metrics

        font: root.host.font
    }

    ThemeText {
        id: sign

        readonly property real capHeight: 0.72 * font.pixelSize

        role: "footnoteMark"
        text: root.footnote
        color: root.markColor
        lineHeight: Theme.naturalLine * font.pixelSize
        topPadding: 0
        bottomPadding: 0
        x: (parent.width - width) / 2
        y: (parent.height + capHeight) / 2 - baselineOffset
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
