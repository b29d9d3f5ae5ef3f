pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What staff can see and do behind the code. Leaving stops the show, so it asks once more.
FocusScope {
    id: root

    required property Session session
    property bool asking: false
    readonly property real side: Theme.portrait ? Theme.margin : Theme.splitHome

    focus: true
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("This stand")
    Keys.onEscapePressed: asking ? asking = false : session.leaveStaff()

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.marginTop
        width: (Theme.portrait ? root.width - Theme.margin : root.side - 72 * Theme.u) - Theme.margin
        spacing: 52 * Theme.u

        StaffEyebrow {}
        Headline {
            id: heading

            role: "h2"
            maxWidth: parent.width
            text: root.asking ? qsTr("Leave the kiosk?") : qsTr("This stand")
        }
        ThemeText {
            anchors.left: parent.left
            width: Math.min(parent.width, 620 * Theme.t)
            role: "lead"
            text: root.asking ? qsTr("The show stops and the desktop appears. Visitors see nothing until somebody starts it again.") : qsTr("Visitors do not see this. It closes by itself when nobody touches it.")
        }
        Flow {
            width: parent.width
            spacing: 24 * Theme.u

            PillButton {
                maxWidth: words.width
                visible: root.asking
                primary: true
                text: qsTr("Keep running")
                onTapped: root.asking = false
            }
            PillButton {
                maxWidth: words.width
                visible: root.asking
                text: qsTr("Leave now")
                glyph: Theme.glyphs.leave
                onTapped: root.session.leaveKiosk()
            }
            PillButton {
                maxWidth: words.width
                visible: !root.asking
                text: qsTr("Back to visitors")
                glyph: Theme.glyphs.back
                onTapped: root.session.leaveStaff()
            }
        }
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: Theme.portrait ? words.y + words.height + 72 * Theme.u : words.y + heading.y + 0.5 * (heading.height - Theme.pixelSize("h2"))
        width: root.width - root.side - Theme.margin
        spacing: 0
        enabled: !root.asking
        opacity: enabled ? 1 : 0.38

        StaffRow {
            width: parent.width
            visible: value !== ""
            glyph: Theme.glyphs.home
            name: qsTr("Stand")
            value: root.session.staffName
        }
        StaffRow {
            width: parent.width
            glyph: Theme.glyphs.sources
            name: qsTr("Content version")
            value: root.session.version
        }
        StaffRow {
            width: parent.width
            glyph: Theme.glyphs.leave
            name: qsTr("Leave the kiosk")
            active: true
            onTapped: root.asking = true
        }
        Hairline {
            width: parent.width
            color: Theme.controlBorder
        }
    }
}
