pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What visitors read while staff are away: when they are back, in the languages of the stand. A touch
// anywhere begins a visit; the message returns after it.
FocusScope {
    id: root

    required property Session session
    readonly property int minutes: Math.ceil(session.secondsLeft / 60)

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: notice.title

    MouseArea {
        id: all

        anchors.fill: parent
        onReleased: root.session.begin()
        Accessible.ignored: true
    }

    RingNotice {
        id: notice

        anchors.fill: parent
        focus: true
        title: qsTr("Back in %n minutes", "", root.minutes)
        text: root.minutes
        remaining: root.session.secondsLeft / Math.max(1, 60 * root.session.awayMinutes)

        Repeater {
            model: root.session.awayLines

            ThemeText {
                required property string modelData

                anchors.left: parent?.left
                width: notice.room
                role: "lead"
                text: modelData
            }
        }
        Item {
            width: 1
            height: 8 * Theme.u
        }
        PillButton {
            anchors.left: parent?.left
            primary: true
            focus: true
            minimumHeight: 112 * Theme.u
            padding: 54 * Theme.u
            maxWidth: notice.room
            text: qsTr("Look around meanwhile")
            glyph: Theme.glyphs.begin
            held: all.pressed
            onTapped: root.session.begin()
        }
    }

    StaffGesture {
        session: root.session
    }
}
