pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Shows the screen of the visit's place. Two loaders take turns: the old screen leaves while the
// new one comes, and a third request in between simply replaces the one that was leaving, so
// screens never pile up however fast somebody taps.
Item {
    id: root

    required property Session session
    required property bool still
    property Loader shown: first
    property Loader leaving: second
    property int depth: 0
    property int direction: 1
    // Screens are asked by name for what only some of them have: naming their types here would
    // make the first frame wait until every screen of the program is compiled
    readonly property Item tiles: shown.item?.["tileRow"] ?? null // qmllint disable missing-property
    readonly property bool drawn: shown.item?.["ready"] ?? true // qmllint disable missing-property
    readonly property bool ready: shown.status === Loader.Ready && !film.running && drawn

    Component.onCompleted: swap()

    Loader {
        id: first
        width: root.width
        height: root.height
        // Faded as one picture: parts that cover each other must not shine through
        layer.enabled: film.running
    }

    Loader {
        id: second
        width: root.width
        height: root.height
        layer.enabled: film.running
    }

    Connections {
        target: root.session

        function onPlaceChanged() {
            root.swap();
        }
        function onPageChanged() {
            root.give("page", root.session.page);
        }
        function onSectionChanged() {
            root.give("section", root.session.section);
        }
        function onStoryChanged() {
            root.give("story", root.session.story);
        }
    }

    function swap() {
        film.stop();
        const next = leaving;
        leaving = shown;
        shown = next;
        direction = session.depth < depth ? -1 : 1;
        depth = session.depth;
        freeze();
        raise();
    }

    function freeze() {
        if (leaving.item)
            leaving.item.enabled = false;
        tell(leaving, "live", false);
        shown.z = 1;
        leaving.z = 0;
    }

    function raise() {
        shown.setSource(screenFile(), properties());
        shown.opacity = still || !leaving.item ? 1 : 0;
        shown.x = 0;
        if (still || !leaving.item)
            land();
        else
            film.start();
    }

    function screenFile(): string {
        const screen = session.screen;
        return screen.charAt(0).toUpperCase() + screen.slice(1) + "Screen.qml";
    }

    function properties(): var {
        if (session.screen !== "page")
            return {
                session: session
            };
        return {
            session: session,
            page: session.page,
            section: session.section,
            story: session.story,
            still: still
        };
    }

    // A change of language hands the shown screen the same content in other words
    function give(name: string, content: QtObject) {
        if (session.screen === "page")
            tell(shown, name, content);
    }

    function land() {
        leaving.setSource("");
        tell(shown, "arrived", true);
    }

    function tell(loader: Loader, name: string, value: var) {
        if (loader.item && name in loader.item)
            loader.item[name] = value;
    }

    ParallelAnimation {
        id: film

        onFinished: root.land()

        NumberAnimation {
            target: root.leaving
            property: "opacity"
            to: 0
            duration: Theme.duration(180)
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.leaving
            property: "x"
            to: -48 * Theme.u * root.direction * (Theme.mirrored ? -1 : 1) * (Theme.lessMotion ? 0 : 1)
            duration: Theme.duration(420)
            easing.type: Easing.OutQuint
        }
        NumberAnimation {
            target: root.shown
            property: "opacity"
            to: 1
            duration: Theme.duration(260)
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.shown
            property: "x"
            from: 48 * Theme.u * root.direction * (Theme.mirrored ? -1 : 1) * (Theme.lessMotion ? 0 : 1)
            to: 0
            duration: Theme.duration(420)
            easing.type: Easing.OutQuint
        }
    }
}
