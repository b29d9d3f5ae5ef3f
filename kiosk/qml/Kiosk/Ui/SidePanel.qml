pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A plane that comes from the far side (portrait and within reach: from below) and leaves the reading
// half of the page in view. A touch beside it closes it.
FocusScope {
    id: root

    required property Session session
    required property string title
    // What stands at the start of the panel's foot, and at its end
    property alias footerStart: footStart.data
    property alias footer: footEnd.data
    property real spacing: 24 * Theme.u
    default property alias content: body.content
    readonly property alias room: body.room
    readonly property bool low: Theme.portrait || Theme.reach
    readonly property real side: Theme.portrait ? Math.round(72 * Theme.u) : low ? Theme.margin : Math.round(60 * Theme.u)
    property real shift: shown ? 0 : (low ? plane.height : plane.width * (Theme.mirrored ? -1 : 1))
    property bool shown: false
    // The reading half of the page, which stays in view
    readonly property bool fullPage: session.page?.blocks.some(block => block.slot === "full") ?? false
    readonly property real kept: session.screen === "section" ? Theme.splitSection - Theme.gutter : session.screen === "home" || fullPage ? Theme.splitHome - 8 * Theme.u : Theme.splitPage + 8 * Theme.u

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Component.onCompleted: {
        shown = true;
        forceActiveFocus();
    }

    Behavior on shift {
        NumberAnimation {
            duration: Theme.travel(360)
            easing.type: Easing.OutQuint
        }
    }

    MouseArea {
        anchors.fill: parent
        onReleased: root.session.closePanel()
        Accessible.ignored: true
    }

    // Half a chart beside the plane would only be a riddle
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: root.kept
        anchors.right: plane.left
        height: parent.height
        visible: !root.low
        color: Theme.background
        opacity: 1 - Math.abs(root.shift) / plane.width
    }

    Rectangle {
        id: plane

        anchors.right: parent.right
        width: root.low ? root.width : Math.round(Theme.margin - 96 * Theme.u + 948 * Theme.u)
        y: root.low ? root.height - height : Theme.marginTop
        height: Theme.reach ? root.height - Theme.reachTop + heading.height + 62 * Theme.u : root.low ? Math.min(root.height - Theme.marginTop, heading.height + body.contentHeight + foot.height + 150 * Theme.u) : root.height - Theme.contentBottom + Theme.navHeight - Theme.marginTop
        color: Theme.raised
        border.width: Theme.contrast ? Theme.stroke : 0
        border.color: Theme.controlBorder
        transform: Translate {
            x: root.low ? 0 : root.shift
            y: root.low ? root.shift : 0
        }

        // Touches on the plane itself go nowhere
        MouseArea {
            anchors.fill: parent
            onPressed: root.session.touched()
            Accessible.ignored: true
        }

        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            width: root.low ? parent.width : 6 * Theme.u
            height: root.low ? 6 * Theme.u : parent.height
            color: Theme.amber
        }

        Headline {
            id: heading

            anchors.left: parent.left
            anchors.leftMargin: root.side
            y: 38 * Theme.u
            role: "h2"
            factor: 0.84
            text: root.title
            maxWidth: plane.width - root.side - Theme.margin
        }

        ScrollColumn {
            id: body

            anchors {
                left: parent.left
                right: parent.right
                top: heading.bottom
                bottom: foot.top
                leftMargin: root.side
                rightMargin: Theme.margin
                topMargin: 24 * Theme.u
                bottomMargin: 24 * Theme.u
            }
            ground: Theme.raised
            spacing: root.spacing
        }

        Item {
            id: foot

            anchors {
                left: body.left
                right: body.right
                bottom: parent.bottom
                bottomMargin: (Theme.reach ? 28 : 44) * Theme.u
            }
            height: childrenRect.height

            Item {
                id: footStart

                width: parent.width
                height: childrenRect.height
            }
            RoundButton {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: Math.max(0, footStart.childrenRect.width + 20 * Theme.u - 0.5 * (foot.width - width))
                visible: body.scrolls
                glyph: body.atEnd ? Theme.glyphs.up : Theme.glyphs.down
                Accessible.name: body.atEnd ? qsTr("Back to the top") : qsTr("Show more")
                onTapped: body.turn()
            }
            Item {
                id: footEnd

                width: parent.width
                height: childrenRect.height
            }
        }
    }
}
