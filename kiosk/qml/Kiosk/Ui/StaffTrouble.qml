pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Why settings are not what their files say, and why a change was not made: with an icon and in words.
Column {
    id: root

    required property StaffSettings settings
    readonly property list<string> words: [...settings.trouble, ...(settings.refusal !== "" && !settings.trouble.includes(settings.refusal) ? [settings.refusal] : [])]

    visible: words.length > 0
    spacing: 16 * Theme.u
    bottomPadding: 24 * Theme.u

    ThemeText {
        width: parent.width
        visible: root.settings.trouble.length > 0
        role: "body"
        text: qsTr("A settings file has a mistake, so the stand runs with its last good settings. Until it is mended nothing can be changed here.")
    }
    Repeater {
        model: root.words

        Row {
            id: line

            required property string modelData

            width: root.width
            spacing: 20 * Theme.u

            Icon {
                id: sign

                glyph: Theme.glyphs.error
                size: 40 * Theme.t
                color: Theme.error
            }
            ThemeText {
                width: line.width - sign.width - line.spacing
                role: "body"
                text: line.modelData
                color: Theme.error
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
