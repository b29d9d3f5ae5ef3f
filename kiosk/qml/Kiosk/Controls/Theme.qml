pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

// The one singleton: sizes, colours, type and movement for everything on the screen.
// The window (or a test) writes the inputs; all else follows from them. Lengths are in px.
QtObject {
    id: root

    // Inputs
    property real screenWidth: 1920
    property real screenHeight: 1080
    property string name: "dark"
    property string textSize: "standard"
    property bool mirrored: false
    property bool lessMotion: false
    property bool software: false
    property bool reach: false // whatever one touches lies in the lower part of the screen
    property string localeName: "en"
    // False until the first frame: exact curves of large letters are worth waiting for, not the start
    property bool settled: true
    property bool focusVisible: true // false after a touch: the ring is for keyboard and switch

    // Sizes
    readonly property bool portrait: screenHeight > screenWidth
    readonly property real u: Math.min(Math.min(screenWidth, screenHeight) / 1080, Math.max(screenWidth, screenHeight) / 1920)
    readonly property string readingSize: sizeFor(textSize, 24 * u < 15.5)
    readonly property real t: u * scale.textScales[readingSize]
    readonly property real th: u * scale.headingScales[readingSize]
    readonly property bool contrast: name === "contrast"
    readonly property bool dark: name === "dark"
    readonly property real stroke: Math.max(1, Math.round((contrast ? 3 : 2) * u))
    readonly property real hairline: Math.max(1, Math.round(u))

    // Grid: what other ratios have to spare goes to the margins and the bleed, never into type
    readonly property real spareX: Math.max(0, screenWidth - (portrait ? 1080 : 1920) * u)
    readonly property real spareY: Math.max(0, screenHeight - (portrait ? 1920 : 1080) * u)
    readonly property real margin: Math.round((portrait ? 72 : 96) * u + spareX * (portrait ? 0.3 : 0.25))
    readonly property real marginTop: Math.round(84 * u + spareY * 0.3)
    readonly property real contentBottom: Math.round((portrait ? 182 : 132) * u + spareY * 0.3)
    // How far up a target may reach
    readonly property real reachTop: reach ? Math.round((portrait ? 0.55 : 0.42) * screenHeight) : 0
    readonly property real navHeight: Math.round(120 * u)
    readonly property real gutter: Math.round(24 * u)
    readonly property real splitHome: margin + Math.round(776 * u)
    readonly property real splitSection: margin + Math.round(544 * u)
    readonly property real splitPage: margin + Math.round(704 * u)

    // Colours
    readonly property ThemePalette palette: name === "light" ? light : contrast ? highContrast : night
    readonly property color background: palette.background
    readonly property color deep: palette.deep
    readonly property color surface: palette.surface
    readonly property color raised: palette.raised
    readonly property color line: palette.line
    readonly property color controlBorder: palette.controlBorder
    readonly property color text: palette.text
    readonly property color muted: palette.muted
    readonly property color amber: palette.amber
    readonly property color amberHigh: palette.amberHigh
    readonly property color amberLow: palette.amberLow
    property alias onAmber: ink.value
    readonly property color focusRing: palette.focusRing
    readonly property color focusRingInner: palette.focusRingInner
    readonly property color error: palette.error
    readonly property color success: palette.success
    readonly property color mapSea: palette.mapSea
    readonly property color mapLand: palette.mapLand
    readonly property color mapBorder: palette.mapBorder
    readonly property color linen: palette.linen
    readonly property color scrim: palette.scrim

    // Type: Manrope's own line is 1.366 high; scripts without tracking need more room
    readonly property string family: "Manrope"
    readonly property string iconFamily: "Material Design Icons"
    readonly property real naturalLine: 1.366
    readonly property real naturalAscent: 1.066
    readonly property real companionAscent: 1.374
    readonly property var companionScript: /[\u0600-\u06ff]/
    readonly property bool joinedScript: mirrored || /^(ar|fa|he|ur)/.test(localeName)
    readonly property real trackingScale: joinedScript ? 0 : /^(ru|uk|be|bg|el|sr|mk|kk)/.test(localeName) ? 0.5 : 1

    // An alias, for QML takes a plain property of this name for a signal handler
    readonly property QtObject inkOnAmber: QtObject {
        id: ink

        readonly property color value: root.palette.amberInk
    }

    readonly property Glyphs glyphs: Glyphs {
        mirrored: root.mirrored
    }
    readonly property TypeScale scale: TypeScale {}
    readonly property ThemePalette night: DarkPalette {}
    readonly property ThemePalette light: LightPalette {}
    readonly property ThemePalette highContrast: ContrastPalette {}

    function sizeFor(chosen: string, small: bool): string {
        return !small ? chosen : chosen === "standard" ? "large" : "largest";
    }

    function accentColor(accent: string): color {
        switch (accent) {
        case "fir":
            return palette.fir;
        case "brick":
            return palette.brick;
        case "flax":
            return palette.flax;
        }
        return palette.sea;
    }

    function tintColor(accent: string): color {
        switch (accent) {
        case "fir":
            return palette.firTint;
        case "brick":
            return palette.brickTint;
        case "flax":
            return palette.flaxTint;
        }
        return palette.seaTint;
    }

    function pixelSize(role: string): int {
        const entry = scale.roles[role];
        return Math.round(entry[portrait ? 5 : 0] * (entry[4] ? th : t));
    }

    function weight(role: string): int {
        const plain = scale.roles[role][1];
        return contrast ? scale.heavier[plain] ?? plain : plain;
    }

    function tracking(role: string): real {
        return scale.roles[role][2] * trackingScale;
    }

    function lineFactor(role: string): real {
        const entry = scale.roles[role];
        return joinedScript && entry[4] ? Math.max(1.22, entry[3]) : entry[3];
    }

    function hex(value: color): string {
        return String(value).slice(-6);
    }

    // Fades keep at most 150 ms with less movement; what would travel does not (0 ms)
    function duration(ms: int): int {
        return lessMotion ? Math.min(ms, 150) : ms;
    }

    function travel(ms: int): int {
        return lessMotion ? 0 : ms;
    }

    // In characters that the font has, with a true minus, as `format_number` in kiosk/bridge/reading.py
    function number(value: real, decimals: int): string {
        return Number(value).toLocaleString(Qt.locale(localeName), "f", decimals).replace(/\u202f/g, "\u00a0").replace(/^-/, "\u2212");
    }
}
