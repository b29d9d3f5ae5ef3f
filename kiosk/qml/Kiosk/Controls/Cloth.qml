import QtQuick

// What a woven cloth is asked for, whoever draws it. The pattern begins at `start` and grows out of
// the ground over `fade`; it runs in the reading direction, `flipped` turns it round; `progress`
// weaves it in from the start edge, `shift` pulls it along. Presses on `touched` light its stitches.
Item {
    required property string pattern
    property color accent: Theme.amber
    property color ground: Theme.background
    property real start: 0
    property real fade: Theme.contrast ? 12 * Theme.u : 260 * Theme.u
    property bool textured: !Theme.contrast
    property bool flipped: false
    property real progress: 1
    property real shift: 0
    property Tappable touched: null
    // Stitches of the usual size over any height, without selvedges
    property bool endless: false
    readonly property real ratio: Screen.devicePixelRatio
    readonly property bool turned: flipped !== Theme.mirrored
}
