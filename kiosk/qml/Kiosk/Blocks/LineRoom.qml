pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// How a chart over time shares its width: numbers before the plot, last values and names behind it.
// Measures the texts.
QtObject {
    id: root

    required property list<string> ticks
    required property list<string> values
    required property list<string> names
    required property real width
    required property real height

    readonly property real lead: 74 * Theme.u
    readonly property real axisWidth: axis.widest + 26 * Theme.u
    readonly property real endWidth: lead + Math.max(valueFit.widest, Math.min(nameFit.width, nameFit.widest)) + 4 * Theme.u
    readonly property real valueSize: valueFit.size
    readonly property real nameSize: nameFit.size
    readonly property int count: names.length
    readonly property bool named: names.some(name => name !== "")
    readonly property real nameHeight: named ? 1.2 * nameFit.size * nameFit.lines : 0
    // From the middle of one value to that of the next
    readonly property real row: 1.2 * valueFit.size + nameHeight + 12 * Theme.u
    readonly property font labelFont: Qt.font({
        family: Theme.family,
        weight: Theme.weight("nav"),
        pixelSize: Theme.pixelSize("nav")
    })

    function steps(sizes: list<real>): list<real> {
        return sizes.map(size => size * Theme.t).filter(size => size > 26 * Theme.u).concat(25 * Theme.u);
    }

    readonly property TextFit axis: TextFit {
        texts: root.ticks
        font: root.labelFont
        sizes: [Theme.pixelSize("nav")]
    }

    readonly property TextFit valueFit: TextFit {
        texts: root.values
        font.family: Theme.family
        font.weight: 700
        sizes: root.steps([40, 36, 32, 28, 25, 22, 19, 17].filter(size => size <= 40 - 4 * (root.count - 1)))
        width: 0.36 * root.width - root.lead
    }

    readonly property TextFit nameFit: TextFit {
        texts: root.names
        font.family: Theme.family
        font.weight: 600
        sizes: root.steps([28, 26, 24, 22, 20, 18, 16])
        line: 1.2
        width: Math.max(0.36 * root.width - root.lead, root.valueFit.widest) - 2 * Theme.u
        height: root.height / Math.max(1, root.count) - 1.2 * root.valueSize - 12 * Theme.u
    }
}
