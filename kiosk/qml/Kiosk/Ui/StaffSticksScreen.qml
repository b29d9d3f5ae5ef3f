pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Content from a stick: what is on it, how it would look, and only then on the screen.
StaffPage {
    id: root

    readonly property StaffSticks sticks: session.staff.sticks
    readonly property string phase: sticks.phase
    readonly property bool busy: ["copying", "rehearsing", "drawing", "publishing"].includes(phase)

    readonly property string waiting: !sticks.allowed ? qsTr("The settings of this stand do not let sticks in.") : sticks.sticks.length > 0 ? qsTr("Nothing changes before you have seen it and said so.") : qsTr("Plug the stick in. What is on it appears here.")
    readonly property string working: phase === "copying" ? qsTr("It is copied and checked. Please leave the stick in.") : phase === "rehearsing" ? qsTr("Every page is drawn once where nobody sees it. The stick may be pulled out.") : phase === "drawing" ? qsTr("What changes is drawn before and after.") : qsTr("It is written to this stand.")
    readonly property string outcome: phase === "ready" ? qsTr("Nothing has changed yet. Look at what would, then decide.") : phase === "done" ? qsTr("The show changes over as soon as no visitor is there. “Versions” leads back in one step.") : qsTr("What was shown before is shown as before.")

    title: phase === "ready" ? qsTr("Use this?") : phase === "done" ? qsTr("It is on this stand") : phase === "refused" ? qsTr("Not taken") : busy ? sticks.name : qsTr("Content from a stick")
    lead: phase === "" ? waiting : busy ? working : outcome
    actions: phase === "ready" ? deciding : phase === "done" || phase === "refused" ? reading : busy && phase !== "publishing" ? stopping : null
    Component.onDestruction: sticks.letGo()

    Timer {
        interval: 1500
        running: root.phase === ""
        repeat: true
        triggeredOnStart: true
        onTriggered: root.sticks.look()
    }

    Component {
        id: deciding

        Flow {
            width: parent?.parent.width ?? 0
            spacing: 24 * Theme.u

            PillButton {
                primary: true
                text: qsTr("Use this")
                glyph: Theme.glyphs.check
                onTapped: root.sticks.use()
            }
            PillButton {
                text: qsTr("Leave it")
                onTapped: root.sticks.letGo()
            }
        }
    }
    Component {
        id: stopping

        PillButton {
            text: qsTr("Stop")
            onTapped: root.sticks.letGo()
        }
    }
    Component {
        id: reading

        PillButton {
            primary: true
            text: qsTr("Done")
            onTapped: root.sticks.letGo()
        }
    }

    Loader {
        width: root.room
        active: root.phase === ""
        visible: active
        sourceComponent: StaffStickOffers {
            sticks: root.sticks
            width: root.room
        }
    }
    Loader {
        width: root.room
        active: root.busy
        visible: active
        sourceComponent: StaffProgress {
            share: root.sticks.share
            name: root.lead
        }
    }
    Loader {
        width: root.room
        active: root.phase === "refused"
        visible: active
        sourceComponent: StaffRefusal {
            sticks: root.sticks
        }
    }
    Loader {
        width: root.room
        active: root.phase === "ready"
        visible: active
        sourceComponent: StaffComparison {
            sticks: root.sticks
        }
    }
}
