pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The way out of a staff screen: to the menu, and from there to the visitors.
PillButton {
    id: root

    property bool menu: false

    text: menu ? qsTr("Back to visitors") : qsTr("Back")
    glyph: Theme.glyphs.back
}
