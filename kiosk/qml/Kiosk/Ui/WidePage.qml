pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page in landscape: the story at the reading side, the evidence at the other.
Item {
    id: root

    required property PageScreen screen
    // Where a screen is higher than the design, small text needs the room more than the margin does
    readonly property real foot: Theme.contentBottom - Math.round(0.25 * Theme.spareY)

    PageHeader {
        id: header
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            top: parent.top
            topMargin: Theme.marginTop
        }
        width: Theme.splitPage - Theme.margin
        screen: root.screen
    }

    StoryColumn {
        anchors {
            left: header.left
            top: header.bottom
            topMargin: Math.round(28 * Theme.u)
            bottom: sources.visible ? sources.top : parent.bottom
            bottomMargin: sources.visible ? Math.round(36 * Theme.u) : root.foot
        }
        width: header.width
        screen: root.screen
    }

    PageChips {
        id: sources
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            bottom: parent.bottom
            bottomMargin: root.foot + Math.round(32 * Theme.u)
        }
        room: header.width
        screen: root.screen
    }

    EvidenceSide {
        anchors {
            left: parent.left
            leftMargin: Theme.splitPage + Math.round(40 * Theme.u)
            right: parent.right
            rightMargin: Theme.margin
            top: parent.top
            topMargin: Theme.marginTop
            bottom: parent.bottom
            bottomMargin: root.foot
        }
        screen: root.screen
    }

    Loader {
        active: !root.screen.evidence
        anchors {
            left: parent.left
            leftMargin: Theme.splitPage + Math.round(96 * Theme.u)
            right: parent.right
            verticalCenter: parent.verticalCenter
            verticalCenterOffset: -Math.round(24 * Theme.u)
        }
        height: Math.round(460 * Theme.u)
        sourceComponent: PageCloth {
            accent: root.screen.section.accent
            pattern: root.screen.section.pattern
        }
    }
}
