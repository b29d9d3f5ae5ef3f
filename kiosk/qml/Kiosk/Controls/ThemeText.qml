pragma ComponentBehavior: Bound
import QtQuick

// Text in one of the theme's roles ("h1", "body", "label" ...). The first and the last line sit in
// their line boxes as in CSS: half of what the line height adds or takes is above, half below. What is
// shown as a picture instead (`PaintedWords`) has its colour as `ink`, and as text none.
Text {
    id: root

    property string role: "body"
    property real fit: 1
    property bool tabular: false
    property color ink: role === "lead" || role === "label" ? Theme.muted : Theme.text
    readonly property int size: Math.max(1, Math.round(Theme.pixelSize(role) * fit))
    // Qt keeps no pictures of glyphs that are larger
    readonly property bool largeGlyphs: size * Screen.devicePixelRatio >= 64
    readonly property real lineBox: size * Theme.lineFactor(role)
    // Lines of the Arabic companion are taller above than Manrope's: lift them to the same baseline
    readonly property bool companion: Theme.companionScript.test(text)
    readonly property real natural: size * Theme.naturalLine
    readonly property real leading: (lineBox - natural) / 2
    readonly property real lift: companion ? size * (Theme.companionAscent - Theme.naturalAscent) : 0

    color: ink
    font.family: Theme.family
    font.pixelSize: size
    font.weight: Theme.weight(role)
    font.letterSpacing: Theme.tracking(role) * size
    font.features: tabular ? {
        "tnum": 1
    } : {}
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    lineHeightMode: Text.FixedHeight
    lineHeight: lineBox
    topPadding: Math.floor(leading - lift)
    bottomPadding: lineBox - Math.max(lineBox, natural) - topPadding
    renderType: size > 90 && Theme.settled ? Text.CurveRendering : Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
