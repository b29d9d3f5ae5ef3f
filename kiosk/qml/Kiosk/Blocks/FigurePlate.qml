pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The large number with what belongs to it: sign before, unit beside its top, label beside its
// foot when there is room, else below. Sizes step down until number and unit fit the width.
Item {
    id: root

    required property string digits
    required property string shownDigits
    required property string prefix
    required property string suffix
    required property string label
    property bool changing: false

    property real room: Infinity // how high it may become

    readonly property real unitShare: 0.28
    readonly property real gap: 24 * Theme.u
    readonly property real units: (before.advanceWidth + after.advanceWidth) / 100
    readonly property real share: wide.advanceWidth / 100 + unitShare * units
    readonly property real across: width - (prefix !== "" ? gap : 0) - (suffix !== "" ? gap : 0)
    // Sign and unit do not get smaller than 44u
    readonly property real narrow: Math.min(across / share, (across - 44 * Theme.th * units) * 100 / wide.advanceWidth)
    readonly property real broad: ["figureXL", "figureL", "figureM"].map(role => Theme.pixelSize(role)).find(size => size * share <= across) ?? narrow
    readonly property real least: Math.min(broad, 170 * Theme.u)
    readonly property real tall: number.capShare + Math.max(0, wide.tightBoundingRect.y + wide.tightBoundingRect.height) / 100

    // How far accents stand above what a column that scrolls spares above its content
    readonly property real rise: Math.max(0, (-wide.tightBoundingRect.y / 100 - number.capShare) * size - 12 * Theme.u)

    // The label beside the foot, when the number may be as high as the room and it fits there
    readonly property real highest: sizeIn(room)
    readonly property real signRoom: prefix !== "" ? unitSize(highest) * before.advanceWidth / 100 + gap : 0
    readonly property real side: signRoom + highest * (wide.advanceWidth - Math.max(0, wide.tightBoundingRect.x)) / 100 + gap
    readonly property real besideHeight: highest * number.capShare - (suffix !== "" ? unitSize(highest) * number.capShare + 12 * Theme.u : 0)
    readonly property bool beside: trial.lineCount <= 3 && trial.contentWidth <= trial.width && trial.height <= besideHeight && width - side > 160 * Theme.t
    readonly property real size: beside ? highest : sizeIn(room - 24 * Theme.u - below.height)
    readonly property real belowTop: number.height + Math.max(24 * Theme.u, number.depth + 8 * Theme.u)
    readonly property real leastHeight: least * tall + 24 * Theme.u + 1.2 * Theme.pixelSize("bandTitle")

    implicitHeight: beside ? number.height + number.depth : belowTop + below.height
    Accessible.role: Accessible.StaticText
    Accessible.name: [prefix + digits + suffix, label].join(" ")

    function sizeIn(height: real): real {
        return Math.max(least, Math.min(broad, height / tall));
    }

    function unitSize(size: real): real {
        return Math.max(44 * Theme.th, size * unitShare);
    }

    TextMetrics {
        id: wide

        font.family: Theme.family
        font.weight: Theme.weight("figureXL")
        font.pixelSize: 100
        font.letterSpacing: Theme.tracking("figureXL") * 100
        text: root.digits
    }

    TextMetrics {
        id: before

        font: wide.font
        text: root.prefix
    }

    TextMetrics {
        id: after

        font: wide.font
        text: root.suffix.trim()
    }

    FigureNumber {
        id: sign

        visible: root.prefix !== ""
        anchors.left: parent.left
        width: visible ? implicitWidth : 0
        text: root.prefix
        size: root.unitSize(root.size)
        color: Theme.amber
    }

    FigureNumber {
        id: number

        anchors.left: sign.right
        anchors.leftMargin: sign.visible ? root.gap : 0
        text: root.shownDigits
        widestText: root.digits
        changing: root.changing
        size: root.size
    }

    FigureNumber {
        id: unit

        visible: root.suffix !== ""
        anchors.left: number.right
        anchors.leftMargin: root.gap
        text: root.suffix.trim()
        size: sign.size
        color: Theme.amber
    }

    FigureLabel {
        id: trial

        visible: false
        width: Math.max(1, root.width - root.side)
        text: root.label
    }

    FigureLabel {
        id: below

        width: root.beside ? trial.width : root.width
        text: root.label
        anchors.left: parent.left
        anchors.leftMargin: root.beside ? sign.width + number.anchors.leftMargin + number.width + root.gap : 0
        y: root.beside ? number.height - height + 0.16 * font.pixelSize : root.belowTop
        Accessible.ignored: true
    }
}
