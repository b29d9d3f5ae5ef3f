pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What the woven stitches are and how many, and what the others are.
Column {
    id: root

    required property string count
    required property string label
    required property string restCount
    required property string rest

    spacing: 6 * Theme.u

    ThemeText {
        id: number

        role: "figureS"
        width: root.width
        text: root.count
        color: Theme.amber
        wrapMode: Text.NoWrap
        fit: Math.min(1, root.width / Math.max(1, measure.advanceWidth))
        Accessible.name: root.count + " " + root.label

        TextMetrics {
            id: measure

            font.family: Theme.family
            font.pixelSize: Theme.pixelSize("figureS")
            font.weight: Theme.weight("figureS")
            text: root.count
        }
    }

    ThemeText {
        width: root.width
        text: root.label
        Accessible.ignored: true
    }

    ThemeText {
        role: "label"
        width: root.width
        visible: root.rest !== ""
        topPadding: 10 * Theme.u
        text: root.restCount + " " + root.rest
    }
}
