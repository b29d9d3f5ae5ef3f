pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The two large numbers of the statistics, and what is wrong, if anything is.
Column {
    id: root

    required property StaffStatistics statistics

    topPadding: 36 * Theme.u
    spacing: 24 * Theme.u

    Row {
        anchors.left: parent.left
        spacing: 96 * Theme.u

        Repeater {
            model: [[root.statistics.visits, qsTr("Visits")], [root.statistics.views, qsTr("Page views")]]

            Column {
                id: total

                required property list<string> modelData

                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2").arg(modelData[1]).arg(modelData[0])

                ThemeText {
                    role: "figureS"
                    text: total.modelData[0]
                    Accessible.ignored: true
                }
                ThemeText {
                    role: "label"
                    text: total.modelData[1]
                    color: Theme.muted
                    Accessible.ignored: true
                }
            }
        }
    }
    ThemeText {
        width: root.width
        visible: text !== ""
        role: "body"
        text: root.statistics.trouble
        color: Theme.error
    }
}
