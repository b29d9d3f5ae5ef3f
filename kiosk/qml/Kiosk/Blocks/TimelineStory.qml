pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What happened in the chosen year. The year is as large as title and text leave room for.
ScrollColumn {
    id: root

    required property TimelineEvent event
    required property color markColor

    readonly property bool dated: event.date.length > 4
    readonly property real gap: 56 * Theme.u
    readonly property real spare: (height - gap - 8 * Theme.u - below.height) / year.capShare
    readonly property real headroom: Math.max(0, Math.min(52 * Theme.u, 0.5 * (height - gap - 8 * Theme.u - below.height - year.height)))
    readonly property real most: Math.min(330 * Theme.th, (width - 24 * Theme.u) / Math.max(0.1, probe.advanceWidth / 100))

    signal markTapped

    onEventChanged: toStart()

    TextMetrics {
        id: probe

        font.family: Theme.family
        font.weight: Theme.weight("figureXL")
        font.pixelSize: 100
        text: root.event.dateYear
    }

    Item {
        width: 1
        height: 6 * Theme.u + root.headroom
    }

    FigureNumber {
        id: year

        anchors.left: parent.left
        text: root.event.dateYear
        size: Math.max(120 * Theme.u, Math.min(root.most, root.spare))
        Accessible.role: Accessible.StaticText
        Accessible.name: root.event.dateText
    }

    Item {
        width: 1
        height: root.gap
    }

    Column {
        id: below

        width: root.width - 24 * Theme.u
        spacing: 12 * Theme.u

        ThemeText {
            role: "label"
            visible: root.dated
            width: parent.width
            text: root.event.dateText
        }

        MarkedHeadline {
            role: "h2"
            maxWidth: parent.width
            content: root.event.title
            footnote: root.event.text === "" ? root.event.sourceMark : 0
            markColor: root.markColor
            onMarkTapped: root.markTapped()
        }

        MarkedText {
            width: parent.width
            visible: content !== ""
            content: root.event.text
            footnote: root.event.sourceMark
            markColor: root.markColor
            onMarkTapped: root.markTapped()
        }
    }
}
