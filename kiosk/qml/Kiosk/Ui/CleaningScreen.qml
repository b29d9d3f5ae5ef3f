pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The glass can be wiped: nothing here takes a touch, and the visit takes no event until the last
// light is out.
FocusScope {
    id: root

    required property Session session
    readonly property int total: 60

    focus: true
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.AlertMessage
    Accessible.name: notice.title
    Keys.onPressed: event => event.accepted = true

    RingNotice {
        id: notice

        anchors.fill: parent
        title: qsTr("The screen can be wiped now")
        text: root.session.secondsLeft
        remaining: root.session.secondsLeft / root.total

        ThemeText {
            anchors.left: parent?.left
            width: Math.min(notice.room, 640 * Theme.t)
            role: "lead"
            text: qsTr("It takes no touch until the lights are out. Then the show goes on by itself.")
        }
    }

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
}
