pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// How a ranking shares its width: places before the plot, names behind it. Measures the texts.
QtObject {
    id: root

    required property list<string> names
    required property list<string> namedPlaces
    required property int lowest
    required property real width
    required property real plotHeight

    readonly property real lead: 74 * Theme.u
    readonly property real axisWidth: axis.widest + 26 * Theme.u
    readonly property real placeWidth: placeFit.widest + 15 * Theme.t
    readonly property real nameWidth: lead + placeWidth + Math.min(nameFit.width, nameFit.widest + 4 * Theme.u)
    readonly property real nameSize: nameFit.size
    readonly property int lines: nameFit.lines
    readonly property real row: Math.max(58 * Theme.t, nameFit.lines * 1.2 * nameFit.size + 8 * Theme.u)
    readonly property real leastRow: nameFit.lines * 1.2 * nameFit.size + 4 * Theme.u
    readonly property font labelFont: Qt.font({
        family: Theme.family,
        weight: Theme.weight("nav"),
        pixelSize: Theme.pixelSize("nav")
    })

    readonly property TextFit axis: TextFit {
        texts: [Theme.number(root.lowest, 0), Theme.number(10, 0)]
        font: root.labelFont
        sizes: [Theme.pixelSize("nav")]
    }

    readonly property TextFit placeFit: TextFit {
        texts: root.namedPlaces
        font.family: Theme.family
        font.weight: 700
        sizes: [34 * Theme.t]
    }

    readonly property TextFit nameFit: TextFit {
        texts: root.names
        font.family: Theme.family
        font.weight: 700
        sizes: [34, 31, 28, 25, 22, 19].map(size => size * Theme.t).filter(size => size > 27 * Theme.u).concat(27 * Theme.u)
        line: 1.2
        width: 0.5 * root.width - root.lead - root.placeWidth
        height: root.plotHeight / Math.max(1, root.names.length - 1) - 8 * Theme.u
    }
}
