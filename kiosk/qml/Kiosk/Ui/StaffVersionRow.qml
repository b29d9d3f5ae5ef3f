pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A version: what it is called, since when it is here, who signed it and how it went. The chosen one
// has the mark; every other one that is whole can be chosen.
Tappable {
    id: root

    required property StaffVersion version
    required property string name
    readonly property bool bad: version.health === "failed" || version.health === "damaged"
    readonly property string origin: version.factory ? qsTr("always there") : version.signedBy === "" ? qsTr("not signed") : qsTr("signed: %1").arg(version.signedBy)
    readonly property string fate: version.health === "failed" ? qsTr("went back by itself: %1").arg(version.reason) : version.health === "damaged" ? qsTr("damaged: %1").arg(version.reason) : version.health === "new" ? qsTr("not confirmed yet") : ""

    implicitHeight: Math.round(Math.max(96 * Theme.u, words.height + 36 * Theme.u))
    enabled: !version.chosen && version.showable
    Accessible.role: Accessible.RadioButton
    Accessible.name: name
    Accessible.description: [detail.text, failure.text].join(" ")
    Accessible.checkable: true
    Accessible.checked: version.chosen

    Hairline {
        width: parent.width
        color: Theme.controlBorder
    }
    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 10 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        glyph: root.version.chosen ? Theme.glyphs.correct : root.bad ? Theme.glyphs.error : Theme.glyphs.versions
        size: 40 * Theme.t
        color: root.version.chosen ? Theme.amber : root.bad ? Theme.error : Theme.text
    }
    Column {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: 28 * Theme.u
        anchors.right: chevron.visible ? chevron.left : parent.right
        anchors.rightMargin: 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: root.name
            Accessible.ignored: true
        }
        ThemeText {
            id: detail

            width: parent.width
            role: "label"
            text: [root.version.dayText, root.origin, root.version.chosen ? qsTr("shown") : ""].filter(part => part !== "").join(" · ")
            Accessible.ignored: true
        }
        ThemeText {
            id: failure

            width: parent.width
            visible: text !== ""
            role: "label"
            color: root.bad ? Theme.error : Theme.muted
            text: root.fate
            Accessible.ignored: true
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 10 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        visible: root.enabled
        glyph: Theme.glyphs.next
        size: 40 * Theme.t
    }
}
