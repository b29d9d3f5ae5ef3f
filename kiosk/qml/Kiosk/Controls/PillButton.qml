pragma ComponentBehavior: Bound
import QtQuick

// A button with words: amber when it is the one next thing of the screen (primary), else outlined.
Tappable {
    id: root

    property string text
    property string glyph
    property bool glyphAfter: false
    property bool primary: false
    property string role: "button"
    property real minimumHeight: 96 * Theme.u
    property real padding: 44 * Theme.u
    property real gap: 18 * Theme.u
    property real glyphSize: 38 * Theme.t
    property real maxWidth: Theme.screenWidth - 2 * Theme.margin
    readonly property real glyphRoom: glyph ? glyphSize + gap : 0
    readonly property color ink: primary ? Theme.onAmber : Theme.text

    implicitWidth: Math.ceil(2 * padding + glyphRoom + label.width)
    implicitHeight: Math.round(Math.max(minimumHeight, label.height + 32 * Theme.u))
    opacity: enabled ? 1 : 0.38
    radius: height / 2
    pressColor: primary ? "#ffffff" : Theme.text
    Accessible.name: text

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.primary ? Theme.amber : "transparent"
        border.width: root.primary ? 0 : Theme.stroke
        border.color: Theme.controlBorder
    }

    Row {
        anchors.centerIn: parent
        spacing: root.gap
        layoutDirection: root.glyphAfter ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            glyph: root.glyph
            size: root.glyphSize
            color: root.ink
        }
        ThemeText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.maxWidth - 2 * root.padding - root.glyphRoom)
            role: root.role
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }
    }
}
