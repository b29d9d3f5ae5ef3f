pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A language by its own name, set from its own side.
Tappable {
    id: root

    required property Language language
    required property bool current
    required property bool large
    readonly property bool farSide: language.mirrored !== Theme.mirrored

    Accessible.role: Accessible.RadioButton
    Accessible.name: language.name
    Accessible.checkable: true
    Accessible.checked: current

    // Running stitches, as on the cloth
    StitchRow {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(1, Math.round(2 * Theme.u))
        color: Theme.controlBorder
        opacity: 0.6
    }

    // One anchor that is never let go of: with both for a moment an item would stay as wide as the row
    ThemeText {
        anchors.left: parent.left
        anchors.leftMargin: root.farSide ? parent.width - width - 10 * Theme.u : 10 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width - 88 * Theme.u)
        role: "h3"
        fit: (root.large ? 60 : 50) / 38
        font.weight: Theme.weight("h2")
        text: root.language.name
        color: root.current ? Theme.amber : Theme.text
        Accessible.ignored: true
    }

    Icon {
        anchors.right: parent.right
        anchors.rightMargin: root.farSide ? parent.width - width - 12 * Theme.u : 12 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        visible: root.current
        glyph: Theme.glyphs.check
        size: 50 * Theme.u
        color: Theme.amber
    }
}
