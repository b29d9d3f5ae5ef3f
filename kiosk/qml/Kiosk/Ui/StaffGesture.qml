pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The bundle's mark at the top of a screen. Held for five seconds it asks staff for their code; a
// short touch on a sleeping stand begins a visit like a touch anywhere else.
BrandMark {
    id: root

    required property Session session

    anchors.left: parent.left
    anchors.leftMargin: Theme.margin
    y: Theme.marginTop
    text: session.mark
    onHeld: session.openStaff()
    onHoldingChanged: if (!holding && ["attract", "away", "closed"].includes(session.mode))
        session.begin()
}
