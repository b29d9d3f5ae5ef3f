pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A stretch without events, folded: it says how long it is.
Rectangle {
    id: root

    required property int years

    implicitWidth: words.width + 56 * Theme.u
    implicitHeight: words.height + 30 * Theme.u
    radius: height / 2
    color: Theme.background
    border.width: Theme.stroke
    border.color: Theme.controlBorder

    ThemeText {
        id: words

        role: "label"
        anchors.centerIn: parent
        wrapMode: Text.NoWrap
        text: qsTr("%n years", "", root.years)
    }
}
