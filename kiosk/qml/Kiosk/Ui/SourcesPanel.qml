pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Where the numbers of the page come from. Addresses are text: nothing here leads out.
SidePanel {
    id: root

    title: qsTr("Where the numbers come from")
    spacing: 0
    footer: PillButton {
        anchors.right: parent?.right
        primary: true
        text: qsTr("Done")
        onTapped: root.session.closePanel()
    }

    Repeater {
        model: root.session.pageSources

        SourceRow {
            required property Source modelData

            width: root.room
            source: modelData
            accent: root.session.section?.accent ?? "sea"
        }
    }
}
