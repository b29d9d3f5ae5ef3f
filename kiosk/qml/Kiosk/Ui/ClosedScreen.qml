pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Outside the opening hours: dim, with the hours, or black. A touch anywhere begins a visit, after
// which it comes back. Against burn-in the words wander each minute.
FocusScope {
    id: root

    required property Session session
    readonly property bool dim: session.closedLook === "dim"
    readonly property real headRoom: Theme.marginTop + 96 * Theme.u
    property int minute: 0

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: title.text

    // New content comes at the end of a scene; a closed stand has one every minute
    Timer {
        running: true
        interval: 60000
        repeat: true
        onTriggered: {
            root.minute += 1;
            root.session.endScene();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: root.dim ? Theme.deep : "black"
    }

    MouseArea {
        id: all

        anchors.fill: parent
        onReleased: root.session.begin()
        Accessible.ignored: true
    }

    Column {
        id: words

        visible: root.dim
        x: Theme.margin + [0, 1, 2, 3, 3, 2, 1, 0][root.minute % 8] * 8 * Theme.u
        y: Math.max(root.headRoom, (root.height - height) / 2) + [0, 0, 1, 2, 3, 3, 2, 1][root.minute % 8] * 8 * Theme.u
        width: root.width - 2 * Theme.margin - 24 * Theme.u
        spacing: 40 * Theme.u

        Headline {
            id: title

            anchors.left: parent?.left
            role: "display"
            ink: Theme.muted
            maxWidth: words.width
            text: qsTr("Closed now")
        }
        Flow {
            id: others

            anchors.left: parent?.left
            width: words.width
            spacing: 48 * Theme.u
            visible: root.session.closedLines.length > 0

            Repeater {
                model: root.session.closedLines

                ThemeText {
                    required property string modelData

                    width: Math.min(implicitWidth, words.width)
                    role: "lead"
                    text: modelData
                }
            }
        }
        HoursSign {
            anchors.left: parent?.left
            room: root.height - root.headRoom - Theme.marginTop - title.height - (others.visible ? others.height + words.spacing : 0) - begin.height - 2 * words.spacing
            width: words.width
            days: root.session.signDays
            hours: root.session.signHours
        }
        PillButton {
            id: begin

            anchors.left: parent?.left
            focus: root.dim
            minimumHeight: 112 * Theme.u
            padding: 54 * Theme.u
            maxWidth: words.width
            text: qsTr("Look around all the same")
            glyph: Theme.glyphs.begin
            held: all.pressed
            onTapped: root.session.begin()
        }
    }

    StaffGesture {
        visible: root.dim
        session: root.session
    }
}
