pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Keyboard and keypad: arrows and Tab walk in reading order, OK presses, Back and Escape return.
Item {
    id: root

    required property Session session
    required property Window window
    // What lies below a panel or the question is out of reach while it is open
    property Item fence: null

    function handle(event: var) {
        event.accepted = press(event.key);
    }

    function press(key: int): bool {
        if (["attract", "away", "closed"].includes(session.mode))
            session.begin();
        else if (session.mode === "warning" && !moves(key))
            session.keepGoing();
        else
            return walk(key);
        return true;
    }

    // The question has two answers: one walks between them as anywhere, any other key keeps going
    function moves(key: int): bool {
        return [Qt.Key_Down, Qt.Key_Right, Qt.Key_Tab, Qt.Key_Up, Qt.Key_Left, Qt.Key_Backtab].includes(key);
    }

    function walk(key: int): bool {
        const forward = [Qt.Key_Down, Qt.Key_Right, Qt.Key_Tab].includes(key);
        const arrow = moves(key);
        const away = key === Qt.Key_Escape || key === Qt.Key_Back || key === Qt.Key_Backspace;
        if (away)
            session.back();
        if (arrow)
            step(forward, session.mirrored && (key === Qt.Key_Right || key === Qt.Key_Left));
        return away || arrow;
    }

    function step(forward: bool, turned: bool) {
        Theme.focusVisible = true;
        let to = window.activeFocusItem ?? window.contentItem;
        for (let tries = 0; tries < 500; tries++) {
            to = to.nextItemInFocusChain(forward !== turned);
            if (!to || reachable(to))
                break;
        }
        to?.forceActiveFocus(Qt.TabFocusReason);
    }

    function reachable(item: Item): bool {
        let around = item;
        while (around && around !== fence)
            around = around.parent;
        return around === fence;
    }

    // An item that Tab can reach takes the key for itself, past the fence
    Shortcut {
        sequence: "Tab"
        autoRepeat: false
        onActivated: root.press(Qt.Key_Tab)
    }
    Shortcut {
        sequence: "Shift+Tab"
        autoRepeat: false
        onActivated: root.press(Qt.Key_Backtab)
    }
}
