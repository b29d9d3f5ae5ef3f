pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Something that staff have to know, with an icon and words; no room is taken while there is nothing.
Row {
    id: root

    property string text

    visible: text !== ""
    spacing: 20 * Theme.u
    bottomPadding: 24 * Theme.u

    Icon {
        id: sign

        glyph: Theme.glyphs.error
        size: 40 * Theme.t
        color: Theme.error
    }
    ThemeText {
        width: root.width - sign.width - root.spacing
        role: "body"
        text: root.text
        color: Theme.error
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Accessible.role: Accessible.AlertMessage
    }
}
