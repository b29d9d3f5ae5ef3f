pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A time of day that staff move by half an hour. The words are for who cannot see the signs.
Row {
    id: root

    required property string time
    required property string earlier
    required property string later

    signal moved(by: int)

    spacing: 8 * Theme.u

    RoundButton {
        anchors.verticalCenter: parent.verticalCenter
        glyph: Theme.glyphs.zoomOut
        size: Math.round(80 * Theme.u)
        pauseMs: 150
        Accessible.name: root.earlier
        onTapped: root.moved(-1)
    }
    ThemeText {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(implicitWidth, 108 * Theme.t)
        horizontalAlignment: Text.AlignHCenter
        role: "button"
        text: root.time === "" ? "–" : root.time
    }
    RoundButton {
        anchors.verticalCenter: parent.verticalCenter
        glyph: Theme.glyphs.zoomIn
        size: Math.round(80 * Theme.u)
        pauseMs: 150
        Accessible.name: root.later
        onTapped: root.moved(1)
    }
}
