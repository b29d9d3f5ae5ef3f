pragma ComponentBehavior: Bound
import QtQuick

// Says in which language a text is shown that the chosen language does not have.
Rectangle {
    id: root

    required property string name

    implicitWidth: Math.ceil(row.width + 32 * Theme.u)
    implicitHeight: Math.ceil(row.height + 12 * Theme.u)
    color: "transparent"
    border.width: Theme.hairline
    border.color: Theme.controlBorder
    visible: name !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: name

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 10 * Theme.u

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.glyphs.language
            size: 26 * Theme.t
            color: Theme.muted
        }
        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            role: "label"
            text: root.name
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
