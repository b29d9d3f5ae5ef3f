pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Says on every staff screen that it is not for visitors.
Row {
    anchors.left: parent?.left
    spacing: Math.round(14 * Theme.u)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        glyph: Theme.glyphs.staff
        size: 34 * Theme.t
        color: Theme.muted
    }
    ThemeText {
        anchors.verticalCenter: parent.verticalCenter
        role: "nav"
        text: qsTr("Staff only")
        color: Theme.muted
    }
}
