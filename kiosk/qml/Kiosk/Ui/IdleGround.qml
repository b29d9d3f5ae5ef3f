pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What is left of the page behind the countdown: a trace without colour and focus; without a GPU what
// shines through a scrim, in high contrast nothing.
Item {
    id: root

    required property Item page
    readonly property bool softens: !Theme.software && !Theme.contrast

    Rectangle {
        anchors.fill: parent
        color: Theme.dark ? Theme.deep : Theme.scrim
        opacity: root.softens || Theme.contrast ? 1 : 0.955
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
