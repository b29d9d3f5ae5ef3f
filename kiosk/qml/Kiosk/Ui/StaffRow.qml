pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A line of the staff screen: icon, name and value, or something to do.
Tappable {
    id: root

    required property string glyph
    required property string name
    property string value
    property bool active: false
    property bool alarming: false

    implicitHeight: Math.max(96 * Theme.u, Math.max(label.height, detail.height) + 40 * Theme.u)
    enabled: active
    Accessible.role: active ? Accessible.Button : Accessible.StaticText
    Accessible.name: value === "" ? name : qsTr("%1: %2").arg(name).arg(value)

    Hairline {
        width: parent.width
        color: Theme.controlBorder
    }
    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 10 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        glyph: root.glyph
        size: 40 * Theme.t
        color: root.alarming ? Theme.error : root.active ? Theme.text : Theme.muted
    }
    ThemeText {
        id: label

        anchors.left: icon.right
        anchors.leftMargin: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width * 0.55)
        role: "button"
        text: root.name
        Accessible.ignored: true
    }
    ThemeText {
        id: detail

        anchors.left: label.right
        anchors.right: root.active ? chevron.left : parent.right
        anchors.leftMargin: 28 * Theme.u
        anchors.rightMargin: (root.active ? 18 : 10) * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        role: "body"
        text: root.value
        color: root.alarming ? Theme.error : Theme.muted
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 10 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        visible: root.active
        glyph: Theme.glyphs.next
        size: 40 * Theme.t
    }
}
