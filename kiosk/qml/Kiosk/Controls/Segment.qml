pragma ComponentBehavior: Bound
import QtQuick

// One plate of a Segmented control.
Tappable {
    id: root

    required property SegmentOption option
    property bool chosen: false
    readonly property color ink: chosen ? Theme.onAmber : Theme.text
    readonly property real wanted: row.width + 28 * Theme.u

    implicitHeight: Math.round(Math.max(92 * Theme.u, row.height + 32 * Theme.u))
    radius: 18 * Theme.u
    Accessible.role: Accessible.RadioButton
    Accessible.name: option.label
    Accessible.checkable: true
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.chosen ? Theme.amber : "transparent"
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: 16 * Theme.u

        Text {
            anchors.verticalCenter: parent.verticalCenter
            height: words.height
            verticalAlignment: Text.AlignVCenter
            visible: root.option.letter > 0
            text: "A"
            textFormat: Text.PlainText
            color: root.ink
            font.family: Theme.family
            font.weight: Theme.weight("nav")
            font.pixelSize: Math.max(1, Math.round(root.option.letter * Theme.u))
            Accessible.ignored: true
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.option.disc
            width: Math.round(44 * Theme.u)
            height: width
            radius: width / 2
            color: root.option.ground
            border.width: Theme.stroke
            border.color: root.option.rim

            Rectangle {
                anchors.centerIn: parent
                width: Math.round(16 * Theme.u)
                height: width
                radius: width / 2
                color: root.option.core
            }
        }
        ThemeText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            role: "nav"
            text: root.option.label
            color: root.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
