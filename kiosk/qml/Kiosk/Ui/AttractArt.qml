pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The picture of one scene of the attract loop. The chain fills the screen; the others keep to
// `place`. Only the scene that is shown exists. It keeps what it was shown with: while it leaves, other
// content may have come.
Item {
    id: root

    required property Session session
    required property rect place
    required property real clear
    // No other scene is leaving meanwhile
    required property bool alone
    property AttractScene scene: null
    property list<Section> sections
    property string mark
    readonly property string kind: scene === null ? "" : Theme.contrast && scene.scene === "chain" ? "drawn" : scene.scene
    readonly property bool ready: kind === "" || (art.opacity === 1 && (kind !== "chain" || (art.item as AttractChain)?.ready === true))

    // Of the chain; nowhere in other scenes
    readonly property point firstLight: (art.item as AttractChain)?.firstLight ?? Qt.point(-1, -1)

    function show(other: AttractScene): void {
        sections = session.sections;
        mark = session.mark;
        scene = other;
    }

    function section(): Section {
        const id = scene?.story.split("/")[0] ?? "";
        return sections.find(section => section.id === id) ?? sections[0];
    }

    Loader {
        id: art

        x: root.kind === "chain" ? 0 : Theme.mirrored ? root.width - root.place.x - root.place.width : root.place.x
        y: root.kind === "chain" ? 0 : root.place.y
        width: root.kind === "chain" ? root.width : root.place.width
        height: root.kind === "chain" ? root.height : root.place.height
        sourceComponent: root.maker()
        opacity: Theme.software ? Math.round(shown * 6) / 6 : shown

        // Without a GPU in steps of a tenth of a second
        property real shown: status === Loader.Ready ? 1 : 0

        Behavior on shown {
            NumberAnimation {
                duration: Theme.software && (!root.alone || root.kind === "chain") ? 0 : Theme.duration(600)
            }
        }
    }

    function maker(): Component {
        switch (kind) {
        case "chain":
            return chain;
        case "drawn":
            return drawn;
        case "ranking":
            return scene.ranking === null ? drawn : ranking;
        case "bands":
            return bands;
        case "number":
            return number;
        }
        return null;
    }

    Component {
        id: chain

        AttractChain {
            clear: root.clear
            alone: root.alone
        }
    }
    Component {
        id: drawn

        TileDrawing {
            drawing: root.kind === "drawn" ? "chain" : "ranking"
            accent: root.section().accent
        }
    }
    Component {
        id: ranking

        AttractRanking {
            block: root.scene?.ranking ?? null
            section: root.section()
            mark: root.mark
        }
    }
    Component {
        id: bands

        AttractBands {
            sections: root.sections
        }
    }
    Component {
        id: number

        AttractNumber {
            text: root.scene?.valueText ?? ""
        }
    }
}
