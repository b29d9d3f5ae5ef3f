pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The small line above a title: an icon and a few words in the accent of the area.
Item {
    id: root

    required property string glyph
    required property string text
    required property string accent

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    // Measured apart: how wide the label would be must not depend on how wide it is
    ThemeText {
        id: natural

        visible: false
        role: "nav"
        wrapMode: Text.NoWrap
        text: root.text
    }

    Row {
        id: row

        anchors.left: parent.left
        spacing: Math.round(14 * Theme.u)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: 34 * Theme.t
            color: Theme.accentColor(root.accent)
        }

        ThemeText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(natural.implicitWidth), root.width - 48 * Theme.t)
            role: "nav"
            text: root.text
            color: Theme.accentColor(root.accent)
        }
    }
}
