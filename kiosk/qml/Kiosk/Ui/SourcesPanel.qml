pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Where the numbers of the page come from, and a code to take one of the addresses, or the contact,
// along. Addresses are text and a code: nothing here leads out. A touch beside it closes it.
FocusScope {
    id: root

    required property Session session
    readonly property list<Source> coded: session.pageSources.filter(source => source.code !== "")
    readonly property Contact contact: session.contact !== null && session.contact.code !== "" ? session.contact : null
    readonly property int choices: coded.length + (contact !== null ? 1 : 0)
    // One who came to take something along starts with the contact
    property bool taking: false
    // Which of them is in the code; forgotten with the panel
    property int picked: taking && contact !== null ? coded.length : 0
    readonly property Source source: coded[picked] ?? null
    readonly property bool card: contact !== null && picked === coded.length
    readonly property real listX: Theme.portrait ? Theme.margin : Theme.splitHome
    // Within reach what one touches changes places with the code
    readonly property bool swapped: Theme.portrait && Theme.reach && plate.visible
    readonly property real headFoot: heading.y + heading.height + 36 * Theme.u
    readonly property real foot: height + Theme.navHeight - Theme.contentBottom
    // What it covers leaves a trace
    property Item page: null
    readonly property bool ready: opacity === 1 && (ground.item?.["ready"] ?? true) // qmllint disable missing-property

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text
    Component.onCompleted: forceActiveFocus()

    NumberAnimation on opacity {
        from: 0
        to: 1
        duration: Theme.duration(180)
        easing.type: Easing.OutCubic
    }

    Rectangle {
        width: parent.width
        height: parent.height
        color: Theme.background
        clip: true

        Loader {
            id: ground

            width: parent.width
            height: Theme.screenHeight
            active: root.page !== null
            sourceComponent: IdleGround {
                page: root.page
                ground: Theme.background
            }
        }
    }

    MouseArea {
        anchors.fill: parent
        onReleased: root.session.closePanel()
        Accessible.ignored: true
    }

    Headline {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.listX
        y: Theme.marginTop
        role: "h2"
        factor: 0.84
        text: root.session.pageSources.length > 0 ? qsTr("Where the numbers come from") : qsTr("Keep in touch")
        maxWidth: parent.width - root.listX - Theme.margin
    }

    ScrollColumn {
        id: list

        anchors {
            left: heading.left
            right: parent.right
            rightMargin: Theme.margin
        }
        y: Math.max(root.headFoot, Theme.reachTop, root.swapped ? plate.y + plate.height + 36 * Theme.u : 0)
        height: Math.min(contentHeight, (Theme.portrait && plate.visible && !root.swapped ? plate.y : done.y) - y - 32 * Theme.u)

        spacing: 16 * Theme.u

        Repeater {
            model: root.session.pageSources

            SourceRow {
                required property Source modelData

                width: list.room
                source: modelData
                accent: root.session.section?.accent ?? "sea"
                pickable: root.choices > 1 && modelData.code !== ""
                picked: root.source === modelData
                onTapped: root.picked = root.coded.indexOf(modelData)
            }
        }
        Loader {
            width: list.room
            active: root.contact !== null
            sourceComponent: TakeRow {
                accent: root.session.section?.accent ?? "sea"
                glyph: Theme.glyphs.contact
                title: root.contact.lines[0] ?? ""
                lines: root.contact.lines.slice(1)
                pickable: root.choices > 1
                picked: root.card
                onTapped: root.picked = root.coded.length
            }
        }
    }

    CodePlate {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.swapped ? root.headFoot : Theme.portrait ? done.y - height - 48 * Theme.u : Theme.marginTop
        width: (Theme.portrait ? parent.width - Theme.margin : Theme.splitHome - 96 * Theme.u) - Theme.margin
        height: implicitHeight
        room: root.swapped ? Theme.reachTop - y - 36 * Theme.u : Theme.portrait ? 0.5 * parent.height : root.foot - Theme.marginTop
        visible: root.choices > 0
        preferAside: Theme.portrait
        large: Theme.readingSize !== "largest"
        content: root.card ? root.contact.code : root.source?.code ?? ""
        heading: qsTr("Take it with you")
        lines: root.card ? root.contact.lines : root.source ? [root.source.bare] : []
    }

    RoundButton {
        anchors.left: list.left
        anchors.verticalCenter: done.verticalCenter
        visible: list.scrolls
        glyph: list.atEnd ? Theme.glyphs.up : Theme.glyphs.down
        Accessible.name: list.atEnd ? qsTr("Back to the top") : qsTr("Show more")
        onTapped: list.turn()
    }

    PillButton {
        id: done

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.foot - height
        minimumHeight: 112 * Theme.u
        padding: 60 * Theme.u
        primary: true
        text: qsTr("Done")
        onTapped: root.session.closePanel()
    }
}
