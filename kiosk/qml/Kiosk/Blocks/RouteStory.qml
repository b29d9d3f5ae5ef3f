pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What a route is about and what to do with it; in landscape the count stands at its foot.
ScrollColumn {
    id: root

    required property RouteBlock block
    property Component foot: null
    // Who has begun knows what to do: larger text then has the room for the count
    property bool underWay: false

    readonly property RouteCount count: below.item as RouteCount
    readonly property real taken: title.height + (invitation.visible ? invitation.height : 0) + 3 * spacing
    // What the number may use of the height
    readonly property real spare: count ? height - taken - count.rest - 24 * Theme.u : 0

    spacing: 12 * Theme.u

    Headline {
        id: title

        role: "h2"
        text: root.block.title
        maxWidth: root.width
    }

    ThemeText {
        id: invitation

        role: "lead"
        visible: !root.underWay || Theme.portrait || Theme.readingSize === "standard"
        topPadding: 8 * Theme.u
        width: root.width - (root.scrolls ? 12 * Theme.u : 0)
        text: root.block.text
    }

    Item {
        readonly property real least: 36 * Theme.u

        width: 1
        height: root.count ? Math.max(least, root.height - root.taken - root.count.height) : 0
        visible: root.count !== null
    }

    Loader {
        id: below

        sourceComponent: root.foot
        visible: root.foot !== null
    }
}
