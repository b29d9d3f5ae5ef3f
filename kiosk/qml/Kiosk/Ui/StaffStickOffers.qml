pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What lies on the sticks, and what can be written to one.
Column {
    id: root

    required property StaffSticks sticks

    function sized(offer: StaffOffer): string {
        const size = offer.megabytes > 0 ? qsTr("%1 MB").arg(offer.megabytes.toLocaleString(Qt.locale(), "f", 1)) : qsTr("folder");
        return root.sticks.sticks.length > 1 ? qsTr("%1 · %2").arg(size).arg(offer.stick) : size;
    }

    Repeater {
        model: root.sticks.offers

        StaffRow {
            required property StaffOffer modelData
            readonly property bool settings: modelData.kind === "settings"

            width: root.width
            glyph: settings ? Theme.glyphs.settings : Theme.glyphs.stick
            name: settings ? qsTr("Settings of another stand") : modelData.name
            value: settings ? modelData.name : root.sized(modelData)
            active: true
            onTapped: settings ? root.sticks.readSettings(modelData.number) : root.sticks.tryOut(modelData.number)
        }
    }
    StaffRow {
        width: root.width
        visible: root.sticks.offers.length === 0
        glyph: Theme.glyphs.stick
        name: root.sticks.sticks.length === 0 ? qsTr("No stick is plugged in") : qsTr("Nothing for this stand is on the stick")
        value: root.sticks.sticks.join(", ")
    }
    StaffRow {
        width: root.width
        visible: root.sticks.sticks.length > 0
        glyph: Theme.glyphs.statistics
        name: qsTr("Save statistics, health and log")
        active: true
        onTapped: root.sticks.export()
    }
    StaffRow {
        width: root.width
        visible: root.sticks.sticks.length > 0
        glyph: Theme.glyphs.settings
        name: qsTr("Save the settings for another stand")
        active: true
        onTapped: root.sticks.saveSettings()
    }
    Hairline {
        width: root.width
        color: Theme.controlBorder
    }
    ThemeText {
        width: root.width
        topPadding: 32 * Theme.u
        visible: text !== ""
        role: "body"
        text: root.sticks.settingsLines.length > 0 ? qsTr("These settings would change:") : root.sticks.note
        Accessible.role: Accessible.AlertMessage
    }
    Repeater {
        model: root.sticks.settingsLines

        ThemeText {
            required property string modelData

            width: root.width
            topPadding: 12 * Theme.u
            role: "body"
            color: Theme.muted
            text: modelData
        }
    }
    Item {
        width: 1
        height: 28 * Theme.u
        visible: take.visible
    }
    PillButton {
        id: take

        visible: root.sticks.settingsLines.length > 0
        text: qsTr("Take these settings")
        onTapped: root.sticks.takeSettings()
    }
}
