pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What a hand finds on the attract loop: the invitation at the foot and the mark of the staff.
FocusScope {
    id: root

    required property Session session
    required property bool pressed
    required property point drift
    readonly property real head: invitation.y

    transform: Translate {
        x: root.drift.x
        y: root.drift.y
    }

    AttractInvitation {
        id: invitation

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: parent.height - height - (Theme.portrait ? 130 : 72) * Theme.u - Theme.spareY * 0.2
        width: parent.width - 2 * Theme.margin
        pressed: root.pressed
        session: root.session
    }

    StaffGesture {
        session: root.session
    }
}
