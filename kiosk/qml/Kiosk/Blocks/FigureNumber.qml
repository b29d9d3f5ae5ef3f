pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Digits in a box that ends where the ink ends: at the top and the baseline of the digits and at
// the first one's left side. `size` is in px. Digits share one width only while they change.
Item {
    id: root

    required property string text
    required property real size
    property bool changing: false
    property string widestText: text
    property color color: Theme.text
    property string role: "figureXL"

    readonly property real capShare: 0.72

    implicitWidth: Math.ceil(ink.advanceWidth - bearing)
    implicitHeight: Math.round(size * capShare)
    // How far a letter or a comma reaches below the baseline
    readonly property real depth: Math.max(0, ink.tightBoundingRect.y + ink.tightBoundingRect.height)
    readonly property real bearing: Math.max(0, ink.tightBoundingRect.x)

    TextMetrics {
        id: ink

        font: digits.font
        text: root.widestText
    }

    ThemeText {
        id: digits

        role: root.role
        fit: root.size / Theme.pixelSize(root.role)
        text: root.text
        tabular: root.changing
        color: root.color
        wrapMode: Text.NoWrap
        lineHeight: font.pixelSize * Theme.naturalLine
        topPadding: 0
        bottomPadding: 0
        x: -root.bearing
        y: root.implicitHeight - baselineOffset
        Accessible.ignored: true
    }
}
