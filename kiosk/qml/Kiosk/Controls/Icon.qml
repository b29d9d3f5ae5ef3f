pragma ComponentBehavior: Bound
import QtQuick

// One glyph of the icon font in a square box. An icon never speaks for itself: the words beside it
// or the control's accessible name do.
Text {
    id: root

    property string glyph
    property real size: 38 * Theme.t

    text: glyph
    color: Theme.text
    width: size
    height: size
    font.family: Theme.iconFamily
    font.pixelSize: Math.max(1, Math.round(size))
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    renderType: Theme.settled ? Text.CurveRendering : Text.QtRendering
    Accessible.ignored: true
}
