pragma ComponentBehavior: Bound
import QtQuick

// Where a picture is missing: the area's pattern, faint, an icon and words. The page keeps its form.
Rectangle {
    id: root

    property string accent: "sea"
    property string pattern: "link"

    color: Theme.surface
    border.width: Theme.contrast ? Theme.stroke : 0
    border.color: Theme.controlBorder
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: label.text

    Weave {
        width: parent.width
        height: Math.round(Math.min(parent.height, 320 * Theme.u))
        anchors.verticalCenter: parent.verticalCenter
        pattern: root.pattern
        accent: Theme.accentColor(root.accent)
        ground: Theme.surface
        fade: 0
        opacity: 0.16
        visible: !Theme.contrast
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 32 * Theme.u
        spacing: 12 * Theme.u

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: Theme.glyphs.missingPicture
            size: 44 * Theme.t
        }
        ThemeText {
            id: label

            width: parent.width
            role: "label"
            text: qsTr("Picture not available")
            color: Theme.text
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
