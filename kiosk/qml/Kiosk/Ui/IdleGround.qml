pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What is left of the page behind the countdown and the sources: a trace without colour and focus, in
// high contrast nothing. Without a GPU the trace keeps a hint of its colour.
Item {
    id: root

    required property Item page
    property color ground: Theme.dark ? Theme.deep : Theme.scrim
    readonly property bool softens: !Theme.software && !Theme.contrast
    readonly property bool shrinks: Theme.software && !Theme.contrast
    readonly property bool ready: !shrinks || ((small.item as SmallPage)?.ready ?? false)

    Rectangle {
        anchors.fill: parent
        color: root.ground
    }

    Loader {
        id: small

        anchors.fill: parent
        active: root.shrinks
        opacity: 0.096 / ((item as SmallPage)?.layers ?? 1)
        sourceComponent: SmallPage {
            page: root.page
        }
    }

    Loader {
        anchors.fill: parent
        active: root.softens
        opacity: 0.13
        sourceComponent: SoftPage {
            page: root.page
        }
    }
}
