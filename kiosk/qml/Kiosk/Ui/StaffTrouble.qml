pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Why settings are not what their files say, and why a change was not made.
Column {
    id: root

    required property StaffSettings settings
    readonly property list<string> words: [...settings.trouble, ...(settings.refusal !== "" && !settings.trouble.includes(settings.refusal) ? [settings.refusal] : [])]

    visible: words.length > 0

    ThemeText {
        width: parent.width
        visible: root.settings.trouble.length > 0
        bottomPadding: 24 * Theme.u
        role: "body"
        text: qsTr("A settings file has a mistake, so the stand runs with its last good settings. Until it is mended nothing can be changed here.")
    }
    Repeater {
        model: root.words

        StaffNote {
            required property string modelData

            width: root.width
            text: modelData
        }
    }
}
