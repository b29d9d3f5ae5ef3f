pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The panels above the screen. A panel that closes fades for a moment and is gone. One that covers the
// page is told which page that is.
Item {
    id: root

    required property Session session
    required property bool still
    required property Item page
    readonly property bool ready: !panel.active || (panel.opacity === 1 && (panel.item?.["ready"] ?? true)) // qmllint disable missing-property
    property string name: ""

    function fileFor(panelName: string): string {
        return panelName === "" ? "" : panelName.charAt(0).toUpperCase() + panelName.slice(1) + "Panel.qml";
    }

    function open(panelName: string) {
        closing.stop();
        name = panelName;
        panel.opacity = 1;
        panel.show(fileFor(name), {
            session: session
        });
    }

    function close() {
        if (still)
            finish();
        else
            closing.start();
    }

    function finish() {
        name = "";
        panel.show("", null);
    }

    Connections {
        target: root.session

        function onPanelChanged() {
            if (root.session.panel !== "")
                root.open(root.session.panel);
            else if (root.name !== "")
                root.close();
        }
    }

    SourceLoader {
        id: panel
        anchors {
            fill: parent
            bottomMargin: root.name === "" ? 0 : Theme.navHeight
        }
        enabled: root.session.panel !== ""
        onLoaded: if ("page" in item)
            item["page"] = root.page
    }

    NumberAnimation {
        id: closing
        target: panel
        property: "opacity"
        to: 0
        duration: Theme.duration(180)
        easing.type: Easing.OutCubic
        onFinished: root.finish()
    }
}
