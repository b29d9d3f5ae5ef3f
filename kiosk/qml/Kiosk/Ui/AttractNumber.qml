pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One large figure above the thread that passes below it.
Item {
    id: root

    required property string text
    readonly property real base: height * 0.62

    ThemeText {
        id: figure

        anchors.left: parent.left
        y: root.base - height * 0.86
        role: "figureXL"
        fit: Math.min(1.5, (root.width - Theme.margin) / Math.max(1, natural.advanceWidth))
        text: root.text
        wrapMode: Text.NoWrap
    }

    TextMetrics {
        id: natural

        text: root.text
        font.family: Theme.family
        font.pixelSize: Theme.pixelSize("figureXL")
        font.weight: Theme.weight("figureXL")
    }

    Thread {
        anchors.fill: parent
        points: [[0, 0.18], [0.16, 0.14], [0.34, 0.17], [0.55, 0.23], [0.75, 0.22], [0.9, 0.15], [1, 0.07]].map(p => Qt.point(p[0] * root.width, root.base + p[1] * root.height))
        progress: Theme.software || Theme.lessMotion ? 1 : drawn

        property real drawn: 1

        NumberAnimation on drawn {
            running: !Theme.software && !Theme.lessMotion
            from: 0
            to: 1
            duration: 2400
            easing.type: Easing.InOutSine
        }
    }
}
