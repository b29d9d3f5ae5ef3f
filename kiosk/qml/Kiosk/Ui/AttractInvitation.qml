pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The amber pill in the language of the stand, and the same words in the next languages.
Flow {
    id: root

    required property Session session
    required property bool pressed

    spacing: 48 * Theme.u

    PillButton {
        id: pill

        primary: true
        focus: true
        minimumHeight: 112 * Theme.u
        padding: 54 * Theme.u
        gap: 22 * Theme.u
        role: "h3"
        text: root.session.invitation || qsTr("Touch to begin")
        glyph: Theme.glyphs.begin
        held: root.pressed
        onTapped: root.session.begin()
    }

    Repeater {
        model: root.session.invitations

        ThemeText {
            required property string modelData

            height: pill.height
            verticalAlignment: Text.AlignVCenter
            topPadding: 0
            bottomPadding: 0
            role: "body"
            color: Theme.muted
            text: modelData
        }
    }
}
