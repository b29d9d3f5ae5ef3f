pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What stands above every screen for visitors: the navigation bar and the panels, and a notice.
// Keys reach a panel before the bar below it.
Item {
    id: root

    required property Session session
    required property bool still
    required property Item page
    property Item tiles: null
    readonly property bool ready: panels.ready

    // Nobody but a visitor asks for it
    Binding {
        target: Theme
        property: "reach"
        value: root.session.reach
    }

    PanelHost {
        id: panels

        anchors.fill: parent
        session: root.session
        still: root.still
        page: root.page
        z: 1
    }

    NavBar {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        session: root.session
        tiles: root.tiles as TileRow
        visible: ["home", "section", "page"].includes(root.session.screen)
    }

    Loader {
        anchors.fill: parent
        active: root.session.careful
        z: 2
        sourceComponent: Item {
            SafeMark {}
        }
    }

    // For those who write the content, only while there is something to say
    SourceLoader {
        readonly property bool wanted: root.session.notice !== ""

        anchors.fill: parent
        z: 2
        Component.onCompleted: tell()
        onWantedChanged: tell()

        function tell(): void {
            if (wanted)
                show("NoticeStrip.qml", {
                    session: root.session
                });
            else
                show("", null);
        }
    }
}
