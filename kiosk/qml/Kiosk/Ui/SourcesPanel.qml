pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Where the numbers of the page come from. Addresses are text and a code: nothing here leads out.
SidePanel {
    id: root

    readonly property list<Source> coded: session.pageSources.filter(source => source.code !== "")
    // The source whose address is in the code; forgotten with the panel
    property int picked: 0

    function pick(source: Source): void {
        picked = coded.indexOf(source);
        reveal(plate);
    }

    title: qsTr("Where the numbers come from")
    spacing: 16 * Theme.u
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
            pickable: root.coded.length > 1 && modelData.code !== ""
            picked: root.coded[root.picked] === modelData
            onTapped: root.pick(modelData)
        }
    }

    Loader {
        id: plate

        width: root.room
        active: root.coded.length > root.picked
        sourceComponent: CodePlate {
            preferAside: true
            content: root.coded[root.picked].code
            heading: qsTr("Take it with you")
            lines: [root.coded[root.picked].title]
        }
    }
}
