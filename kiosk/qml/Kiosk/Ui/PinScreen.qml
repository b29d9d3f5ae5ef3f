pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The code that staff enter. Keys do not light up, so that nobody reads it over a shoulder; a
// diamond answers each digit. The visit machine closes the screen by itself.
FocusScope {
    id: root

    required property Session session
    readonly property string message: session.pinMessage
    readonly property bool choosing: ["choose", "again", "differ", "weak"].includes(message)
    readonly property bool open: message !== "locked" && message !== "unset"
    readonly property real gap: Math.round(16 * Theme.u)
    readonly property real keyWidth: Theme.portrait ? (width - 2 * Theme.margin - 2 * gap) / 3 : Math.round(256 * Theme.u)
    readonly property real foot: height - Theme.contentBottom
    readonly property real keyHeight: Math.min(Theme.portrait ? Math.round(204 * Theme.u) : height, (foot - (Theme.portrait ? words.y + words.height + 48 * Theme.u : Theme.marginTop) - 3 * gap) / 4)
    readonly property real padWidth: 3 * keyWidth + 2 * gap
    readonly property int slots: Math.max(6, session.pinLength)
    readonly property string stand: qsTr("content %1").arg(session.version)

    focus: true
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Enter the code")
    Keys.onDigit0Pressed: session.pinDigit(0)
    Keys.onDigit1Pressed: session.pinDigit(1)
    Keys.onDigit2Pressed: session.pinDigit(2)
    Keys.onDigit3Pressed: session.pinDigit(3)
    Keys.onDigit4Pressed: session.pinDigit(4)
    Keys.onDigit5Pressed: session.pinDigit(5)
    Keys.onDigit6Pressed: session.pinDigit(6)
    Keys.onDigit7Pressed: session.pinDigit(7)
    Keys.onDigit8Pressed: session.pinDigit(8)
    Keys.onDigit9Pressed: session.pinDigit(9)
    Keys.onReturnPressed: session.pinSubmit()
    Keys.onEnterPressed: session.pinSubmit()
    Keys.onPressed: event => {
        event.accepted = [Qt.Key_Backspace, Qt.Key_Escape, Qt.Key_Back].includes(event.key);
        if (event.key === Qt.Key_Backspace)
            session.pinErase();
        else if (event.accepted)
            session.leaveStaff();
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.marginTop
        width: (Theme.portrait ? root.width - Theme.margin : root.width - root.padWidth - Theme.margin - 72 * Theme.u) - Theme.margin
        spacing: (Theme.textSize === "largest" ? 26 : 70) * Theme.u

        Column {
            width: parent.width
            spacing: (Theme.textSize === "largest" ? 26 : 56) * Theme.u

            StaffEyebrow {}

            Headline {
                role: "h2"
                factor: 1.1
                maxWidth: parent.width
                text: root.choosing ? qsTr("Choose a new code") : qsTr("Enter the code")
            }
        }

        Row {
            anchors.left: parent.left
            spacing: Math.min(30 * Theme.u, (words.width - root.slots * 62 * Theme.u) / (root.slots - 1))
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digits typed", "", root.session.pinLength)

            Repeater {
                model: root.slots

                Item {
                    id: slot

                    required property int index
                    readonly property bool typed: index < root.session.pinLength

                    width: 62 * Theme.u
                    height: width

                    Rectangle {
                        anchors.centerIn: parent
                        width: parent.width * 0.7071
                        height: width
                        rotation: 45
                        color: slot.typed ? Theme.amber : "transparent"
                        border.width: slot.typed ? 0 : Theme.stroke
                        border.color: Theme.controlBorder
                    }
                }
            }
        }

        PinMessage {
            anchors.left: parent.left
            width: Math.min(parent.width, (root.message === "" ? 530 : 720) * Theme.t)
            session: root.session
        }

        Flow {
            width: parent.width
            spacing: 24 * Theme.u

            PillButton {
                maxWidth: words.width
                text: qsTr("Back to visitors")
                glyph: Theme.glyphs.back
                onTapped: root.session.leaveStaff()
            }
            PillButton {
                visible: !root.choosing
                maxWidth: words.width
                text: qsTr("Code forgotten")
                glyph: Theme.glyphs.key
                onTapped: root.session.pinForgotten()
            }
        }
    }

    Item {
        id: pad

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.foot - height
        width: root.padWidth
        height: keys.height
    }

    Grid {
        id: keys

        parent: pad
        columns: 3
        spacing: root.gap
        // Digits keep their places in every direction of writing
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]

            PinKey {
                required property string modelData

                name: modelData
                width: root.keyWidth
                height: root.keyHeight
                enabled: root.open
                onTyped: digit => root.session.pinDigit(digit)
                onErased: root.session.pinErase()
                onEntered: root.session.pinSubmit()
            }
        }
    }

    ThemeText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.foot + (Theme.contentBottom - height) / 2
        width: Math.min(implicitWidth, Theme.portrait ? root.width - 2 * Theme.margin : root.padWidth)
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.Wrap
        role: "label"
        text: [root.session.staffName, root.stand, qsTr("all checks passed")].filter(part => part !== "").join(" · ")
    }
}
