pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One page of a story. Its blocks say by their slots where they belong: the reading column, the
// picture side, or the whole page. A page that is leaving no longer follows the visit.
Item {
    id: root

    required property Session session
    required property Page page
    required property Section section
    required property Story story
    required property bool still
    property bool live: true
    property bool arrived: false
    property int step: 0
    property int answer: -1
    // The thread of the block that has one, and how many blocks are still being made
    property Thread thread: null
    property int pending: 0
    property bool laidOut: false
    readonly property bool built: laidOut && pending === 0

    property list<Item> awaited
    readonly property bool ready: awaited.length === 0
    // Small numbers stand beside a chart that leaves them room; else, and in larger text, in the story
    property bool roomAside: true
    readonly property bool asideFits: roomAside && Theme.readingSize === "standard"
    readonly property list<string> slots: page.slots.map(slot => slot === "aside" && !asideFits ? "story" : slot)
    readonly property bool full: slots.includes("full")
    readonly property bool evidence: slots.includes("evidence")

    // The page shows one block that fills it, or one on its picture side; others have no place
    readonly property list<int> crowded: page.slots.map((slot, i) => i).filter(i => ["full", "evidence"].includes(page.slots[i]) && i !== page.slots.indexOf(full ? "full" : "evidence"))

    Component.onCompleted: crowded.forEach(i => session.reportFault(`${story.address}/${page.id}`, page.blocks[i].type, "No room on its page"))
    // Its places give up what they make: that is no arrival
    Component.onDestruction: laidOut = false

    // A place whose block is still loading something; whoever takes pictures of pages waits for it
    function awaitSlot(place: Item, waits: bool): void {
        const others = awaited.filter(one => one !== place);
        awaited = waits ? [...others, place] : others;
    }

    Binding on step {
        when: root.live
        value: root.session.step
        restoreMode: Binding.RestoreNone
    }
    Binding on answer {
        when: root.live
        value: root.session.answer
        restoreMode: Binding.RestoreNone
    }

    Loader {
        anchors.fill: parent
        onLoaded: root.laidOut = true
        sourceComponent: root.full ? fullPage : Theme.portrait ? tallPage : widePage
    }

    Component {
        id: fullPage
        FullPage {
            screen: root // qmllint disable incompatible-type
        }
    }

    Component {
        id: widePage
        WidePage {
            screen: root // qmllint disable incompatible-type
        }
    }

    Component {
        id: tallPage
        TallPage {
            screen: root // qmllint disable incompatible-type
        }
    }
}
