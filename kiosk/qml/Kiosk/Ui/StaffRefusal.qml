pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Why a bundle was not taken: what is wrong, what to do, and every single place.
Column {
    id: root

    required property StaffSticks sticks

    width: parent?.width ?? 0
    spacing: 24 * Theme.u

    Row {
        width: root.width
        spacing: 20 * Theme.u

        Icon {
            id: sign

            glyph: Theme.glyphs.error
            size: 40 * Theme.t
            color: Theme.error
        }
        ThemeText {
            width: root.width - sign.width - parent.spacing
            role: "lead"
            text: root.sticks.words
            color: Theme.error
            Accessible.role: Accessible.AlertMessage
        }
    }
    ThemeText {
        width: root.width
        role: "lead"
        text: root.sticks.fix
    }
    ThemeText {
        width: root.width
        visible: text !== ""
        role: "body"
        color: Theme.muted
        text: root.sticks.report === "" ? "" : qsTr("The same words are on the stick, in %1.").arg(root.sticks.report)
    }
    Repeater {
        model: root.sticks.lines

        ThemeText {
            required property string modelData

            width: root.width
            visible: modelData !== ""
            role: "body"
            text: modelData
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
    }
}
