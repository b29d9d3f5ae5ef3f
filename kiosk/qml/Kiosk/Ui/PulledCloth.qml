pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The cloth of a section between its two places: on home its pattern grows out of the ground at
// `start`, in the section it runs off the edge it starts from, and its `tail` fades out (0 to 1).
Item {
    id: root

    required property string pattern
    required property string accent
    property real start: -cloth.fade
    // What of the cloth lies before this item begins
    property real trim: 0
    property real tail: 1
    property real tint: 0
    readonly property real fade: cloth.fade

    clip: true

    Rectangle {
        anchors.fill: parent
        visible: root.tint > 0
        opacity: root.tint
        color: Theme.tintColor(root.accent)
    }
    Weave {
        id: cloth

        anchors.left: parent.left
        anchors.leftMargin: -root.trim
        width: Math.max(root.width + root.trim, root.Window.width)
        height: parent.height
        pattern: root.pattern
        accent: Theme.accentColor(root.accent)
        ground: Qt.tint(Theme.background, Qt.alpha(Theme.tintColor(root.accent), root.tint))
        start: root.start
    }
    Rectangle {
        anchors.right: parent.right
        width: cloth.fade
        height: parent.height
        visible: root.tail > 0
        opacity: root.tail
        rotation: Theme.mirrored ? 180 : 0
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: Qt.alpha(Theme.background, 0)
            }
            GradientStop {
                position: 0.2
                color: Qt.alpha(Theme.background, 0.104)
            }
            GradientStop {
                position: 0.4
                color: Qt.alpha(Theme.background, 0.352)
            }
            GradientStop {
                position: 0.6
                color: Qt.alpha(Theme.background, 0.648)
            }
            GradientStop {
                position: 0.8
                color: Qt.alpha(Theme.background, 0.896)
            }
            GradientStop {
                position: 1
                color: Theme.background
            }
        }
    }
}
