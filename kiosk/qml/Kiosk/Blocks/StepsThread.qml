pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A straight piece of the thread, downwards, drawn as far as `progress`. Made of rectangles: in a
// column that scrolls, the software renderer draws a Shape that is wholly outside the clip.
Item {
    id: root

    required property real progress
    readonly property real drawn: height * progress
    readonly property real spacing: 12 * Theme.u

    width: 2 * Theme.u
    Accessible.ignored: true

    component Strand: Rectangle {
        property real share: 1

        anchors.horizontalCenter: parent?.horizontalCenter
        height: root.drawn
        radius: width / 2
        color: Qt.alpha(Theme.amber, share)
    }

    Strand {
        visible: Theme.dark
        width: 22 * Theme.u
        share: 0.025
    }
    Strand {
        visible: Theme.dark
        width: 12 * Theme.u
        share: 0.05
    }
    Strand {
        visible: Theme.dark
        width: 6 * Theme.u
        share: 0.09
    }
    Strand {
        width: root.width
        share: 0.75
    }

    Repeater {
        model: Math.max(0, Math.floor(root.height / root.spacing) + 1)

        Strand {
            required property int index

            // Beads are of different sizes, always in the same way
            width: (4.4 + 1.8 * ((7 * index) % 5) / 4) * Theme.u
            height: width
            y: index * root.spacing - height / 2
            visible: index * root.spacing <= root.drawn && root.progress > 0
            color: Qt.alpha(Theme.dark ? Qt.tint(Theme.amberHigh, "#73ffffff") : Theme.amberHigh, 0.9)
        }
    }
}
