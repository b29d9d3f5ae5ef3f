pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The picture of an event, which runs off the screen and in the dark fades into the ground on its
// other sides; its credit stands below it, never on it.
Item {
    id: root

    // None for a moment when the page is left, whose records go before it
    required property Picture picture
    required property string accent
    required property string pattern
    required property bool still
    readonly property bool ready: sheet.ready || sheet.missing
    readonly property bool fades: Theme.dark && !sheet.missing

    component Fade: Rectangle {
        id: fade

        property bool across: false
        property bool back: false

        visible: root.fades
        gradient: Gradient {
            orientation: fade.across ? Gradient.Horizontal : Gradient.Vertical

            GradientStop {
                position: 0
                color: Qt.alpha(Theme.background, fade.back ? 0 : 1)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.background, fade.back ? 1 : 0)
            }
        }
    }

    ThemeImage {
        id: sheet

        width: parent.width
        height: parent.height - (credit.visible ? credit.height + 12 * Theme.u : 0)
        opacity: root.ready ? 1 : 0
        source: root.picture ? root.picture.url : ""
        alt: root.picture?.alt ?? ""
        accent: root.accent
        pattern: root.pattern

        Behavior on opacity {
            enabled: !root.still

            NumberAnimation {
                duration: Theme.duration(260)
                easing.type: Easing.OutCubic
            }
        }

        Fade {
            width: Theme.portrait ? 0 : 0.3 * parent.width
            height: parent.height
            x: Theme.mirrored ? parent.width - width : 0
            across: true
            back: Theme.mirrored
        }
        Fade {
            width: parent.width
            height: 0.16 * parent.height
        }
        Fade {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 0.3 * parent.height
            back: true
        }
        Rectangle {
            anchors.fill: parent
            visible: Theme.contrast
            color: "transparent"
            border.width: Theme.stroke
            border.color: Theme.controlBorder
        }
    }

    ThemeText {
        id: credit

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        width: Math.min(implicitWidth, parent.width - Theme.margin)
        visible: text !== ""
        role: "label"
        text: root.picture?.credit ?? ""
    }
}
