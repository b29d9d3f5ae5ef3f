pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A line of a staff page that holds something to change: icon and name, what it was before the stand
// was changed with the way back to it, and the control itself. Narrow screens put it below the name.
Item {
    id: root

    required property string glyph
    required property string name
    property string note
    property bool changed: false
    property string base
    default property alias control: holder.data
    readonly property real inset: 10 * Theme.u
    readonly property bool stacked: Theme.portrait || Theme.readingSize === "largest"
    readonly property real textStart: icon.width + 28 * Theme.u

    signal undone

    implicitHeight: Math.max(96 * Theme.u, stacked ? words.height + holder.height + 44 * Theme.u : Math.max(words.height, holder.height) + 16 * Theme.u)

    Hairline {
        width: parent.width
        color: Theme.controlBorder
    }
    Item {
        id: side

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        width: parent.width - 2 * root.inset - (root.stacked ? 0 : holder.width + 28 * Theme.u)
        height: root.stacked ? words.height + 32 * Theme.u : parent.height

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: 40 * Theme.t
        }
        Column {
            id: words

            anchors.left: icon.right
            anchors.leftMargin: 28 * Theme.u
            anchors.right: undo.visible ? undo.left : parent.right
            anchors.rightMargin: undo.visible ? 20 * Theme.u : 0
            anchors.verticalCenter: parent.verticalCenter

            ThemeText {
                width: parent.width
                role: "button"
                text: root.name
            }
            ThemeText {
                width: parent.width
                visible: text !== ""
                role: "label"
                text: root.changed && root.base !== "" ? qsTr("set up with %1").arg(root.base) : root.note
            }
        }
        RoundButton {
            id: undo

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.changed
            plain: true
            glyph: Theme.glyphs.undo
            size: Math.round(80 * Theme.u)
            Accessible.name: qsTr("Undo: %1").arg(root.name)
            onTapped: root.undone()
        }
    }
    Item {
        id: holder

        x: root.stacked ? (Theme.mirrored ? root.width - root.inset - root.textStart - width : root.inset + root.textStart) : (Theme.mirrored ? root.inset : root.width - root.inset - width)
        y: root.stacked ? side.height : (root.height - height) / 2
        width: childrenRect.width
        height: childrenRect.height
    }
}
