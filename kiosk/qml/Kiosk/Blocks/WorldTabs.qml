pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The regions of a map as buttons, after the whole world: its steps.
Flow {
    id: root

    required property list<string> labels
    required property list<int> counts
    required property int chosen
    required property int hinted
    required property color accentColor

    signal stepRequested(int step)

    spacing: 16 * Theme.u

    WorldTab {
        label: qsTr("World")
        current: root.chosen === 0
        accentColor: root.accentColor
        onTapped: root.stepRequested(0)
    }

    Repeater {
        model: root.labels.length

        WorldTab {
            required property int index

            label: root.labels[index] ?? ""
            count: root.counts[index] ?? 0
            current: root.chosen === index + 1
            hinted: root.hinted === index + 1
            accentColor: root.accentColor
            onTapped: root.stepRequested(index + 1)
        }
    }
}
