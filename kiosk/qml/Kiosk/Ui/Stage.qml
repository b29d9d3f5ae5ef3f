pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Shows the screen of the visit's place. Two loaders take turns: the new screen is made between the
// frames, and when it is whole the old one leaves and it comes. A request in between replaces the one
// that was on its way, so screens never pile up however fast somebody taps.
Item {
    id: root

    required property Session session
    required property bool still
    property bool warm: false
    property StageSlot shown: first
    property StageSlot leaving: second
    property int depth: 0
    property int direction: 1
    // The new screen is not whole yet
    property bool coming: false
    property string was: ""
    // Between home and section a band is pulled, all else stays where it is
    property bool pulling: false
    // Screens are asked by name for what only some of them have: naming their types here would
    // make the first frame wait until every screen of the program is compiled
    readonly property Item tiles: shown.item?.["tileRow"] ?? null // qmllint disable missing-property
    readonly property bool drawn: shown.item?.["ready"] ?? true // qmllint disable missing-property
    readonly property bool built: shown.status === Loader.Ready && (shown.item?.["built"] ?? true) // qmllint disable missing-property
    readonly property bool ready: built && !coming && !crossing.running && !crossing.settling && drawn
    readonly property bool cut: still || leaving.item === null
    // What plays on attract moves all the time
    readonly property bool pictured: !still && (crossing.running || session.screen !== "attract")

    // For what goes from one screen to the next
    signal lifted(screen: Item)
    signal aimed(screen: Item)
    signal landed

    Component.onCompleted: swap()
    onBuiltChanged: if (built && coming)
        arrive()

    StageSlot {
        id: first

        pictured: root.pictured
        over: root.leaving === first
        enabled: !root.coming || root.shown !== first
    }

    StageSlot {
        id: second

        pictured: root.pictured
        over: root.leaving === second
        enabled: !root.coming || root.shown !== second
    }

    StageVeil {
        presence: Math.max(first.presence, second.presence)
    }

    // Made after the first frame, which needs none of it
    SourceLoader {
        readonly property bool wanted: (root.warm || root.session.mode !== "attract") && !root.still

        asynchronous: true
        onWantedChanged: show("Films.qml", {
            stage: root
        })
    }

    Connections {
        target: root.session

        function onPlaceChanged() {
            root.swap();
        }
        // The page is told last, when section and story have changed with the language
        function onPageChanged() {
            root.give();
        }
    }

    function swap() {
        direction = session.depth < depth ? -1 : 1;
        depth = session.depth;
        pulling = !Theme.lessMotion && [was, session.screen].sort().join() === "home,section";
        was = session.screen;
        if (!coming)
            turn();
        bring();
    }

    function turn() {
        crossing.stop();
        session.keepLeaving();
        [leaving, shown] = [shown, leaving];
        shown.show("", null);
        shown.z = 2;
        leaving.z = 1;
        freeze();
    }

    function freeze() {
        if (leaving.activeFocus)
            root.forceActiveFocus();
        tell(leaving, "live", false);
        if (!cut)
            crossing.patience.restart();
    }

    function bring() {
        coming = true;
        crossing.wait();
        shown.presence = 0;
        shown.shift = 0;
        shown.asynchronous = !cut;
        shown.show(screenFile(), properties());
        if (built)
            arrive();
    }

    function arrive() {
        if (!cut)
            return crossing.soon.restart();
        stand();
        shown.presence = 1;
        crossing.skip();
    }

    function stand() {
        crossing.wait();
        coming = false;
        give();
    }

    function cross() {
        stand();
        aimed(shown.item);
        crossing.arrive();
    }

    function leave() {
        crossing.patience.stop();
        if (crossing.parting)
            return;
        lifted(leaving.item);
        crossing.leave();
    }

    function screenFile(): string {
        const screen = session.screen;
        return screen.charAt(0).toUpperCase() + screen.slice(1) + "Screen.qml";
    }

    function properties(): var {
        const given = {
            session: session
        };
        if (session.screen === "page")
            Object.assign(given, content()).still = still;
        return given;
    }

    function content(): var {
        return {
            page: session.page,
            section: session.section,
            story: session.story
        };
    }

    // A change of language hands the shown screen the same content in other words
    function give() {
        if (session.screen === "page")
            Object.entries(content()).forEach(([name, value]) => tell(shown, name, value));
    }

    function tell(slot: Loader, name: string, value: var) {
        if (slot.item && name in slot.item)
            slot.item[name] = value;
    }

    Crossing {
        id: crossing

        window: root.Window.window as Window
        shown: root.shown
        leaving: root.leaving
        way: (root.pulling || Theme.lessMotion ? 0 : 48) * Theme.u * root.direction * (Theme.mirrored ? -1 : 1)
        span: root.pulling ? 520 : 420
        onParted: root.leave()
        onDue: root.cross()
        onArrived: root.landed()
        onStood: root.tell(root.shown, "arrived", true)
        onSettled: root.leaving.show("", null)
    }
}
