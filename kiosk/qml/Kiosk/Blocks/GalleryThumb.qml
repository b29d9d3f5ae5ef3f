pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A small picture that leads to the large one; the one that is shown has an amber frame.
Tappable {
    id: root

    required property GalleryPicture shown
    required property string accent
    required property string pattern
    required property bool current
    readonly property bool complete: picture.ready || picture.missing

    Accessible.role: Accessible.RadioButton
    Accessible.name: shown.title
    Accessible.checkable: true
    Accessible.checked: current

    ThemeImage {
        id: picture

        anchors.fill: parent
        source: root.shown.picture.url
        accent: root.accent
        pattern: root.pattern
    }

    Rectangle {
        anchors.fill: parent
        visible: root.current || Theme.contrast
        color: "transparent"
        border.width: root.current ? 6 * Theme.u : Theme.stroke
        border.color: root.current ? Theme.amber : Theme.controlBorder
    }
}
