pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One number of a row of numbers.
Column {
    id: root

    required property FiguresItem item
    required property color markColor

    readonly property string digits: item.display !== "" ? item.display : item.prefix + item.valueText + item.suffix

    signal markTapped

    spacing: 3 * Theme.u

    TextFit {
        id: fit

        texts: [root.digits]
        font.family: Theme.family
        font.weight: Theme.weight("figureS")
        tracking: Theme.tracking("figureS")
        sizes: [64, 56, 48, 40, 34, 30, 26].map(size => size * Theme.th).filter(size => size > 24 * Theme.u).concat(24 * Theme.u)
        width: root.width
    }

    ThemeText {
        id: number

        role: "figureS"
        fit: fit.size / Theme.pixelSize("figureS")
        width: root.width
        text: root.digits
        Accessible.role: Accessible.StaticText
        Accessible.name: [root.digits, root.item.label].join(" ")
    }

    ThemeText {
        role: "label"
        width: root.width
        text: root.item.label
        color: Theme.text
        Accessible.ignored: true
    }

    AsOfLine {
        width: root.width
        asOfText: root.item.asOfText
        footnote: root.item.sourceMark
        markColor: root.markColor
        onMarkTapped: root.markTapped()
    }
}
