pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One region: its name and how many of its countries are lit. The one that is shown is amber, with a
// row of stitches, as in the navigation bar.
Tappable {
    id: root

    required property string label
    required property color accentColor
    property int count: 0
    property bool current: false
    property bool hinted: false

    readonly property string spoken: qsTr("%n countries", "", count)

    implicitWidth: Math.ceil(row.width + 56 * Theme.u)
    implicitHeight: Math.round(Math.max(88 * Theme.u, row.height + 46 * Theme.u))
    radius: height / 2
    Accessible.role: Accessible.RadioButton
    Accessible.name: count > 0 ? `${label}, ${spoken}` : label
    Accessible.checkable: true
    Accessible.checked: current

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.hinted ? Theme.raised : Theme.background
        border.width: Theme.stroke
        border.color: root.current ? Theme.amber : Theme.controlBorder
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 14 * Theme.u

        ThemeText {
            role: "button"
            text: root.label
            color: root.current ? Theme.amber : Theme.text
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        ThemeText {
            visible: root.count > 0
            role: "button"
            text: Theme.number(root.count, 0)
            color: root.current ? Theme.amber : root.accentColor
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    StitchRow {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: 40 * Theme.u
        anchors.rightMargin: 40 * Theme.u
        anchors.bottomMargin: Math.round(10 * Theme.u)
        visible: root.current
    }
}
