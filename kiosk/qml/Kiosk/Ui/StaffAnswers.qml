pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The two answers to a question of the staff's screens; the one that changes nothing is the amber one.
Flow {
    id: root

    required property StaffQuestion question
    required property real room

    signal kept

    width: room
    spacing: 24 * Theme.u
    Component.onCompleted: safe.forceActiveFocus()

    PillButton {
        id: safe

        primary: true
        maxWidth: root.room
        text: root.question?.keep ?? ""
        onTapped: root.kept()
    }
    PillButton {
        maxWidth: root.room
        text: root.question?.act ?? ""
        glyph: root.question?.glyph ?? ""
        onTapped: {
            const question = root.question;
            root.kept();
            question.confirmed();
        }
    }
}
