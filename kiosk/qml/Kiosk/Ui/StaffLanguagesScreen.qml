pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Which languages visitors can choose, in which order, and in which one a visit begins.
StaffPage {
    id: root

    readonly property StaffSettings settings: session.staff.settings
    readonly property int offeredCount: settings.languages.filter(language => language.offered).length

    title: qsTr("Languages")
    lead: qsTr("Visitors can choose those that are on, in this order. A visit begins in the one with the mark.")
    above: "settings"

    StaffTrouble {
        width: root.room
        settings: root.settings
    }
    Repeater {
        model: root.settings.languages

        StaffLanguageLine {
            required property StaffLanguage modelData

            width: root.room
            language: modelData
            last: modelData.offered && root.offeredCount === 1
            onOffered: on => root.settings.offer(modelData.tag, on)
            onRaised: root.settings.moveUp(modelData.tag)
            onStarted: root.settings.startIn(modelData.tag)
        }
    }
    Hairline {
        width: root.room
        color: Theme.controlBorder
    }
}
