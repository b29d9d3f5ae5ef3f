pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Below the code: the rule, or what is wrong and what to do, with an icon and words.
Row {
    id: root

    required property Session session
    readonly property bool calm: ["", "choose", "again", "saved", "nostick"].includes(session.pinMessage)

    function wordsOfReset(): string {
        return ({
                nostick: qsTr("Headquarters makes a reset stick for this stand. Plug it in, then touch “Code forgotten” again."),
                choose: qsTr("At least six digits, better eight; no rows like 123456. Then the check mark."),
                again: qsTr("Type the same code once more."),
                differ: qsTr("The two codes differ. Choose one again."),
                saved: qsTr("The new code is set. Type it to enter.")
            })[session.pinMessage] ?? "";
    }

    function words(): string {
        const left = session.lockedSeconds;
        switch (session.pinMessage) {
        case "wrong":
            return qsTr("That is not the code. Please try again.");
        case "locked":
            return left >= 60 ? qsTr("Too many tries. Try again in %n minutes.", "", Math.ceil(left / 60)) : qsTr("Too many tries. Try again in %n seconds.", "", left);
        case "failed":
            return qsTr("The code could not be checked. The log says why; restart the kiosk.");
        case "unset":
            return qsTr("No code has been chosen yet. Choose one on this computer with the command “kiosk config pin”.");
        }
        return qsTr("Five tries, then a short pause. This screen closes by itself after 30 seconds.").replace(/(\d+) /g, "$1\u00a0");
    }

    spacing: 18 * Theme.u

    Icon {
        y: 2 * Theme.u
        visible: !root.calm
        glyph: Theme.glyphs.error
        size: 44 * Theme.t
        color: Theme.error
    }
    ThemeText {
        width: root.width - (root.calm ? 0 : 44 * Theme.t + root.spacing)
        role: "lead"
        text: root.session.pinWords || root.wordsOfReset() || root.words()
        color: root.calm ? Theme.muted : Theme.error
        Accessible.role: root.calm ? Accessible.StaticText : Accessible.AlertMessage
        Accessible.name: text
    }
}
