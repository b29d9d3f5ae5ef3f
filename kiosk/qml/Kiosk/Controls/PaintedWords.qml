pragma ComponentBehavior: Bound
import QtQuick

// Large words without a GPU, on top of a text that shows none meanwhile: painted once, off the thread
// that draws. The picture is as wide as the lines, not as their room, and the air holds what letters
// reach out of them. The painter is Python, so it is not called while Python may be setting a size, with
// the interpreter's lock in its hand: both would wait.
Image {
    id: root

    required property ThemeText words
    required property color ink
    property string asked
    readonly property bool ready: status === Image.Ready && asked === address
    readonly property int air: Math.ceil(words.size * 0.3)
    readonly property real ratio: Screen.devicePixelRatio
    readonly property real column: words.width - words.leftPadding - words.rightPadding
    readonly property string face: `&family=${encodeURIComponent(words.font.family)}&size=${words.font.pixelSize}&weight=${words.font.weight}&tracking=${words.font.letterSpacing}`
    readonly property string lines: `&column=${column}&wrap=${words.wrapMode === Text.NoWrap ? 0 : 1}&align=${words.effectiveHorizontalAlignment}&line=${words.lineHeight}`
    readonly property int indent: Math.floor(words.leftPadding)
    readonly property string place: `&x=${words.leftPadding - indent}&y=${words.topPadding}&air=${air}&width=${width}&height=${height}&ratio=${ratio}`
    readonly property string address: column > 0 ? `image://words/?text=${encodeURIComponent(words.text)}&ink=${Theme.hex(ink)}` + face + lines + place : ""

    x: indent - air
    y: -air
    width: Math.ceil(words.leftPadding - indent + column) + 2 * air
    height: Math.ceil(words.height) + 2 * air
    onAddressChanged: Qt.callLater(ask)
    source: asked
    asynchronous: true
    Accessible.ignored: true

    function ask(): void {
        asked = address;
    }
}
