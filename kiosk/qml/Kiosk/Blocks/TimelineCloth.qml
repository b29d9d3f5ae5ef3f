pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A broad cloth beside the years that is woven as far as the story has come. It runs off the screen.
Item {
    id: root

    required property string accent
    required property string pattern
    required property real share
    required property bool moving

    // The woven part ends between two stitches
    readonly property real stitch: Math.max(1, height / 23)
    readonly property real woven: share < 1 ? Math.round(width * share / stitch) * stitch : width

    Weave {
        anchors.fill: parent
        pattern: root.pattern
        accent: Theme.accentColor(root.accent)
        textured: false
        opacity: Theme.contrast ? 0.22 : 0.12
    }

    Item {
        anchors.left: parent.left
        width: root.woven
        height: root.height
        clip: true

        Behavior on width {
            enabled: root.moving

            NumberAnimation {
                duration: 900
                easing.type: Easing.InOutSine
            }
        }

        Weave {
            anchors.left: parent.left
            width: root.width
            height: root.height
            pattern: root.pattern
            accent: Theme.accentColor(root.accent)
            textured: false
            fade: Theme.contrast ? 0 : 0.5 * root.width
            opacity: Theme.contrast ? 0.8 : 0.55
        }
    }
}
