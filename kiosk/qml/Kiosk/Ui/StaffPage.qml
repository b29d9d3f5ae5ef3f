pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The frame of a screen of the staff: where one is and what it is for on the reading side, its rows
// beside it (below it in portrait). A question takes the words' place and puts the rows to rest.
FocusScope {
    id: root

    required property Session session
    required property string title
    required property string lead
    property bool menu: false
    property string above // the page that Back leads to; empty: the menu
    property StaffQuestion asked: null
    property Component actions: null
    default property alias rows: list.content
    readonly property real room: list.width
    readonly property real narrow: words.width
    readonly property real side: Theme.portrait ? Theme.margin : Theme.splitSection
    readonly property real foot: height - Math.round(0.5 * Theme.contentBottom)

    function goBack(): void {
        if (asked)
            asked = null;
        else if (menu)
            session.leaveStaff();
        else
            above === "" ? session.back() : session.staff.open(above);
    }

    focus: true
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onEscapePressed: goBack()
    Keys.onBackPressed: goBack()

    ScrollColumn {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.marginTop
        width: (Theme.portrait ? root.width - Theme.margin : root.side - 64 * Theme.u) - Theme.margin
        height: Theme.portrait ? Math.min(contentHeight, 0.6 * root.height) : root.foot - y
        spacing: 44 * Theme.u

        StaffEyebrow {}
        Headline {
            id: heading

            role: "h2"
            maxWidth: words.width
            text: root.asked?.title ?? root.title
        }
        // Letters of the largest size leave room for what is to be done, not for what it is for
        ThemeText {
            anchors.left: parent?.left
            visible: root.asked !== null || Theme.portrait || Theme.textSize !== "largest"
            width: Math.min(words.width, 620 * Theme.t)
            role: "lead"
            text: root.asked?.words ?? root.lead
        }
        Flow {
            width: words.width
            spacing: 24 * Theme.u

            Loader {
                active: root.asked === null
                visible: active
                sourceComponent: StaffWayBack {
                    maxWidth: words.width
                    menu: root.menu
                    onTapped: root.goBack()
                }
            }
            Loader {
                active: root.asked === null && root.actions !== null
                visible: active
                sourceComponent: root.actions
            }
            Loader {
                active: root.asked !== null
                visible: active
                sourceComponent: StaffAnswers {
                    question: root.asked
                    room: words.width
                    onKept: root.asked = null
                }
            }
        }
    }

    ScrollColumn {
        id: list

        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: Theme.portrait ? words.y + words.height + 56 * Theme.u : Theme.marginTop
        width: root.width - root.side - Theme.margin
        height: root.foot - y
        enabled: root.asked === null
        opacity: enabled ? 1 : 0.38
    }
}
