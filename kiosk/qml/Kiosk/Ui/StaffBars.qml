pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A heading and a woven bar for each thing that was counted. Nothing is shown of nothing.
Column {
    id: root

    required property string title
    required property list<StaffBar> bars
    readonly property real valueRoom: values.widest + 18 * Theme.u

    function written(bar: StaffBar): string {
        return bar.wholeText === "" ? bar.valueText : qsTr("%1 of %2").arg(bar.valueText).arg(bar.wholeText);
    }

    visible: bars.length > 0
    topPadding: 48 * Theme.u
    spacing: 20 * Theme.u

    TextFit {
        id: values

        texts: root.bars.map(bar => root.written(bar))
        font.family: Theme.family
        font.weight: Theme.weight("button")
        sizes: [Theme.pixelSize("button")]
    }
    ThemeText {
        width: root.width
        role: "h3"
        text: root.title
        Accessible.role: Accessible.Heading
    }

    Column {
        width: root.width
        spacing: 20 * Theme.u

        Repeater {
            model: root.bars

            Bar {
                required property StaffBar modelData
                required property int index

                width: root.width
                label: modelData.label
                valueText: root.written(modelData)
                share: modelData.share
                highlight: index === 0
                barHeight: 36 * Theme.t
                valueRoom: root.valueRoom
                accent: "sea"
                pattern: "link"
                playing: false
                still: true
                order: index
            }
        }
    }
}
