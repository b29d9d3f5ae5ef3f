pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A day of the week: when the stand opens and when it closes. A closed day has neither.
StaffLine {
    id: root

    required property StaffDay day

    glyph: Theme.glyphs.clock
    name: day.name
    note: day.opens === "" ? qsTr("closed") : day.pauses
    changed: day.changed
    base: day.base
    onUndone: day.undo()

    Row {
        spacing: 36 * Theme.u

        StaffClock {
            time: root.day.opens
            earlier: qsTr("Open earlier: %1").arg(root.name)
            later: qsTr("Open later: %1").arg(root.name)
            onMoved: by => root.day.moveOpening(by)
        }
        StaffClock {
            time: root.day.closes
            earlier: qsTr("Close earlier: %1").arg(root.name)
            later: qsTr("Close later: %1").arg(root.name)
            onMoved: by => root.day.moveClosing(by)
        }
    }
}
