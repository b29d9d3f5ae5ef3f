pragma ComponentBehavior: Bound
import QtQuick

// A setting that is on or off: words at the reading side, the switch at the other. Position and fill
// say which, not the colour alone. The whole row is the target.
Tappable {
    id: root

    required property string title
    property string note
    property bool checked: false

    signal toggled(bool on)

    implicitHeight: Math.round(Math.max(88 * Theme.u, words.height + 8 * Theme.u))
    Accessible.role: Accessible.CheckBox
    Accessible.name: title
    Accessible.description: note
    Accessible.checkable: true
    Accessible.checked: checked
    onTapped: toggled(!checked)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: track.left
        anchors.rightMargin: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: root.title
            Accessible.ignored: true
        }
        ThemeText {
            width: parent.width
            role: "label"
            text: root.note
            visible: root.note !== ""
            Accessible.ignored: true
        }
    }
    Rectangle {
        id: track

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(132 * Theme.u)
        height: Math.round(72 * Theme.u)
        radius: height / 2
        color: root.checked ? Theme.amber : "transparent"
        border.width: root.checked ? 0 : Theme.stroke
        border.color: Theme.controlBorder

        Rectangle {
            readonly property real inset: 10 * Theme.u
            readonly property bool far: root.checked !== Theme.mirrored

            x: far ? track.width - width - inset : inset
            anchors.verticalCenter: parent.verticalCenter
            width: track.height - 2 * inset
            height: width
            radius: width / 2
            color: root.checked ? Theme.onAmber : Theme.muted

            Behavior on x {
                NumberAnimation {
                    duration: Theme.travel(180)
                    easing.type: Easing.OutCubic
                }
            }
        }
    }
}
