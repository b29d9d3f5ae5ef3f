pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The bar at the foot of the visitors' screens: Home, Back | pager or tile arrows | Language,
// Accessibility. In portrait the middle part stands in a row of its own above the bar.
FocusScope {
    id: root

    required property Session session
    property TileRow tiles: null

    readonly property bool paged: session.screen === "page" && session.panel === ""
    readonly property bool scrolls: session.screen === "section" && session.panel === "" && tiles !== null && tiles.scrolls
    readonly property bool tooled: paged || scrolls
    // Where a story can be opened its pager is made, between the frames, and kept
    readonly property bool near: ["section", "page"].includes(session.screen)
    property bool met: false
    readonly property real least: 20 * Theme.u
    readonly property real side: Theme.margin - 24 * Theme.u
    readonly property real room: width - 2 * side - (Theme.portrait ? 0 : (root.tooled ? middle.width : 0) + 96 * Theme.u)
    readonly property real wanted: homeButton.naturalWidth + accessibilityButton.naturalWidth + (backButton.visible ? backButton.naturalWidth : 0) + (languageButton.visible ? languageButton.naturalWidth : 0)
    readonly property real gaps: (Theme.portrait ? 3 : 2) * least
    // The words shrink together when a language or a text size asks for more room than there is
    readonly property real fit: Math.min(1, (room - gaps) / wanted)
    readonly property real spacing: Theme.portrait && backButton.visible ? least + Math.max(0, (room - gaps - wanted * fit) / 3) : least

    onNearChanged: met = true
    implicitHeight: Theme.navHeight + (Theme.portrait && root.tooled ? 112 * Theme.u : 0)

    Item {
        id: above

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: root.side
            rightMargin: Theme.margin
            verticalCenter: parent.top
            verticalCenterOffset: (parent.height - Theme.navHeight + start.anchors.bottomMargin) / 2
        }
    }

    Row {
        id: start

        anchors {
            left: parent.left
            leftMargin: root.side
            bottom: parent.bottom
            bottomMargin: (Theme.navHeight - height) / 2
        }
        spacing: root.spacing

        NavButton {
            id: homeButton

            text: qsTr("Home")
            glyph: Theme.glyphs.home
            fit: root.fit
            current: root.session.screen === "home" && root.session.panel === ""
            onTapped: root.session.home()
        }
        NavButton {
            id: backButton

            text: qsTr("Back")
            glyph: Theme.glyphs.back
            fit: root.fit
            visible: root.session.screen !== "home" || root.session.panel !== ""
            onTapped: root.session.back()
        }
    }

    Item {
        id: free

        anchors {
            left: start.right
            right: end.left
            bottom: parent.bottom
            top: parent.top
        }
    }

    Row {
        id: end

        anchors {
            right: parent.right
            rightMargin: root.side
            bottom: start.bottom
        }
        spacing: root.spacing

        NavButton {
            id: languageButton

            text: root.session.languageName
            glyph: Theme.glyphs.language
            fit: root.fit
            visible: root.session.languages.length > 1
            current: root.session.panel === "language"
            Accessible.name: qsTr("Language: %1").arg(text)
            onTapped: root.session.openPanel("language")
        }
        NavButton {
            id: accessibilityButton

            text: qsTr("Accessibility")
            glyph: Theme.glyphs.accessibility
            fit: root.fit
            current: root.session.panel === "accessibility"
            onTapped: root.session.openPanel("accessibility")
        }
    }

    // Kept when the screen turns: nothing is given up half made. The Tab key comes by as the eye does
    Loader {
        id: middle

        parent: Theme.portrait ? above : free
        active: root.met
        asynchronous: !root.tooled
        visible: root.tooled
        anchors.centerIn: parent
        sourceComponent: NavTools {
            session: root.session
            tiles: root.tiles
            row: Theme.portrait ? above.width : 0
            paged: root.paged
            scrolls: root.scrolls
        }
    }
}
