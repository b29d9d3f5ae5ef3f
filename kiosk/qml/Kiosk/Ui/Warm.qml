pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// Compiles the screens and the views of this content one after the other, and keeps them: else a
// touch would wait for that, and again whenever Qt has forgotten what nobody shows.
Item {
    id: root

    required property Session session
    property list<Component> kept
    readonly property list<string> screens: ["HomeScreen", "SectionScreen", "PageScreen"]
    readonly property list<string> views: session.kinds.map(kind => kind.charAt(0).toUpperCase() + kind.slice(1) + "View")

    function keepNext(): void {
        const view = kept.length - screens.length;
        const name = view < 0 ? screens[kept.length] : views[view];
        kept.push(Qt.createComponent(view < 0 ? "Kiosk.Ui" : "Kiosk.Blocks", name, Component.Asynchronous, root));
    }

    Timer {
        interval: 40
        repeat: true
        running: root.kept.length < root.screens.length + root.views.length
        onTriggered: if (root.kept.length === 0 || root.kept[root.kept.length - 1].status !== Component.Loading)
            root.keepNext()
    }
}
