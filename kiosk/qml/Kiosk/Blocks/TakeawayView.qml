pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Something to take along: a code for the phone, and the same as text.
BlockView {
    id: root

    required property TakeawayBlock block

    leastHeight: plate.smallest + 120 * Theme.t

    CodePlate {
        id: plate

        width: root.width
        room: root.height
        content: root.block.code
        heading: root.block.title === "" ? qsTr("Take it with you") : root.block.title
        lines: root.block.lines
    }
}
