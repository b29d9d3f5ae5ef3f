pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Safe mode, for those who know what it means: small, at the edge, in nobody's way.
Item {
    anchors {
        top: parent?.top
        right: parent?.right
        margins: 10 * Theme.u
    }
    width: sign.width
    height: sign.height
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Safe mode")

    Icon {
        id: sign

        glyph: Theme.glyphs.warning
        size: 22 * Theme.u
        color: Theme.muted
    }
}
