pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The window of the safe screen. Staff reach their PIN from it when there is a session to ask.
Window {
    id: root

    required property Session session
    required property string code
    required property string mark
    required property list<string> promises
    required property int turn
    property bool closable: false
    readonly property bool sideways: turn % 180 !== 0
    readonly property bool staff: session !== null && session.mode === "staff"

    color: "#0B1113"
    title: root.mark
    onClosing: close => close.accepted = root.closable

    Binding {
        target: Theme
        property: "screenWidth"
        value: canvas.width
    }
    Binding {
        target: Theme
        property: "screenHeight"
        value: canvas.height
    }

    Item {
        id: canvas

        width: root.sideways ? root.height : root.width
        height: root.sideways ? root.width : root.height
        anchors.centerIn: parent
        rotation: root.turn

        SafeScreen {
            anchors.fill: parent
            visible: !root.staff
            code: root.code
            mark: root.mark
            promises: root.promises
            onStaffHeld: {
                if (root.session)
                    root.session.openStaff();
            }
        }

        // The screens of the staff are found by their names, as on the stage
        SourceLoader {
            readonly property string screen: root.staff ? root.session.screen : ""

            anchors.fill: parent
            onScreenChanged: show(screen === "" ? "" : screen.charAt(0).toUpperCase() + screen.slice(1) + "Screen.qml", {
                session: root.session
            })
        }
    }
}
