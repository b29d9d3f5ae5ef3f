pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// Why the stand does not show what it should: the program ended too often, and comes carefully.
StaffNote {
    id: root

    required property StaffFacts facts
    readonly property list<string> reasons: ["", qsTr("The program ended several times, so the content before is shown."), qsTr("The program ended several times, so the content that came with it is shown."), qsTr("Safe mode: the program ended several times, so it shows the content that came with it, without the graphics card.")]
    readonly property string where: facts.failingPage !== "" ? qsTr("The last time it showed: %1.").arg(facts.failingPage) : ""

    text: facts.rung > 0 ? [reasons[facts.rung], where, qsTr("Restart tries everything again; so does a day without a fault.")].filter(part => part !== "").join(" ") : ""
}
