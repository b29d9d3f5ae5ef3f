pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A language of the content: begin visits in it, move it up, offer it or not.
StaffLine {
    id: root

    required property StaffLanguage language
    required property bool last // the only one on: it stays

    signal offered(on: bool)
    signal raised
    signal started

    glyph: Theme.glyphs.language
    name: language.name
    note: language.start ? qsTr("a visit begins in it") : language.tag

    Row {
        spacing: 20 * Theme.u

        RoundButton {
            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(80 * Theme.u)
            primary: root.language.start
            glyph: Theme.glyphs.check
            enabled: root.language.offered && !root.language.start
            opacity: root.language.offered ? 1 : 0.38
            Accessible.name: qsTr("Begin in %1").arg(root.name)
            onTapped: root.started()
        }
        RoundButton {
            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(80 * Theme.u)
            glyph: Theme.glyphs.up
            enabled: !root.language.first
            Accessible.name: qsTr("Move up: %1").arg(root.name)
            onTapped: root.raised()
        }
        SwitchRow {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(160 * Theme.u)
            title: ""
            checked: root.language.offered
            enabled: !root.last
            opacity: enabled ? 1 : 0.38
            Accessible.name: qsTr("Offer %1").arg(root.name)
            onToggled: on => root.offered(on)
        }
    }
}
