pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// Compiles home and, once somebody has come, the other screens and the views of this content one after
// the other, and keeps them: else a touch would wait for that, and again whenever Qt has forgotten what
// nobody shows. They take 4 MB, and the second touch at the earliest comes to them.
Item {
    id: root

    required property Session session
    property list<Component> kept
    property list<string> known
    property bool visited: false
    readonly property list<string> screens: ["HomeScreen", ...(visited ? ["SectionScreen", "PageScreen"] : [])]
    readonly property list<string> views: !visited ? [] : session.kinds.map(kind => kind.charAt(0).toUpperCase() + kind.slice(1) + "View")
    // Other content may bring other views
    readonly property list<string> missing: [...screens, ...views].filter(name => !known.includes(name))

    function keepNext(): void {
        const name = missing[0];
        known.push(name);
        kept.push(Qt.createComponent(name.endsWith("Screen") ? "Kiosk.Ui" : "Kiosk.Blocks", name, Component.Asynchronous, root));
    }

    // Not while home comes up
    Timer {
        interval: 700
        running: !root.visited && root.session.mode === "browsing"
        onTriggered: root.visited = true
    }
    Timer {
        interval: 40
        repeat: true
        running: root.missing.length > 0
        onTriggered: if (root.kept.length === 0 || root.kept[root.kept.length - 1].status !== Component.Loading)
            root.keepNext()
    }
}
