pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page in portrait: title, story, evidence, and what one touches at the bottom.
Item {
    id: root

    required property PageScreen screen
    // What stands at the foot: small numbers, and what one can ask of the page
    readonly property real footHeight: Math.max(sources.visible ? sources.height : 0, aside.item?.implicitHeight ?? 0) // qmllint disable missing-property
    readonly property real bottomEdge: height - Theme.navHeight - Math.round(128 * Theme.u)

    PageHeader {
        id: header
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: Theme.margin
            topMargin: Theme.marginTop
        }
        screen: root.screen
    }

    StoryColumn {
        id: story
        anchors {
            left: header.left
            right: header.right
            top: header.bottom
            topMargin: Math.round((opening === "text" ? 44 : 76) * Theme.u)
        }
        height: Math.min(blocksHeight, allowed)
        tallest: root.screen.evidence ? 0.84 * allowed : allowed
        screen: root.screen

        readonly property real below: root.bottomEdge - y
        readonly property real allowed: root.screen.evidence ? Math.min(0.5 * below, below - 200 * Theme.u - evidence.leastHeight) : 0.78 * below
    }

    EvidenceSide {
        id: evidence

        anchors {
            left: header.left
            right: header.right
            top: story.bottom
            topMargin: Math.round(72 * Theme.u)
            bottom: parent.bottom
            bottomMargin: root.height - root.bottomEdge + (root.footHeight > 0 ? root.footHeight + Math.round(32 * Theme.u) : 0)
        }
        screen: root.screen
    }

    Loader {
        // In the middle of what is left between the story and the things to touch
        readonly property real room: sources.y - story.y - story.height

        active: !root.screen.evidence
        visible: height > 120 * Theme.u
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            top: story.bottom
            topMargin: Math.round((room - height) / 2)
        }
        height: Math.max(0, Math.min(Math.round(620 * Theme.u), room - Math.round(120 * Theme.u)))
        sourceComponent: PageCloth {
            accent: root.screen.section.accent
            pattern: root.screen.section.pattern
        }
    }

    Loader {
        id: aside

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: sources.left
            rightMargin: Math.round(32 * Theme.u)
            bottom: sources.bottom
        }
        active: root.screen.slots.includes("aside")
        sourceComponent: AsideFigures {
            screen: root.screen
        }
    }

    PageChips {
        id: sources

        upright: aside.active
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            bottom: parent.bottom
            bottomMargin: root.height - root.bottomEdge
        }
        room: header.width
        screen: root.screen
    }
}
