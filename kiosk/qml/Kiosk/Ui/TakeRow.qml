pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A row of what one can take along: a mark or an icon, what it is, and what else there is to say.
// One that is `pickable` brings its address into the code when it is touched.
Tappable {
    id: root

    required property string accent
    required property string title
    property string mark: ""
    property string glyph: ""
    property list<string> lines
    property bool pickable: false
    property bool picked: false
    readonly property real indent: 98 * Theme.u

    enabled: pickable
    implicitHeight: words.height + 40 * Theme.u
    Accessible.role: pickable ? Accessible.RadioButton : Accessible.ListItem
    Accessible.name: [mark === "" ? "" : `${mark}.`, title, ...lines].filter(text => text !== "").join(" ")
    Accessible.checkable: pickable
    Accessible.checked: picked

    Hairline {
        y: -8 * Theme.u
        width: parent.width
        color: Theme.controlBorder
    }

    Icon {
        id: sign

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.pickable
        glyph: root.picked ? Theme.glyphs.check : Theme.glyphs.takeAway
        size: 44 * Theme.u
        color: root.picked ? Theme.amber : Theme.muted
    }

    ThemeText {
        id: number

        anchors.left: parent.left
        y: 12 * Theme.u
        width: Math.max(implicitWidth, root.indent)
        visible: root.mark !== ""
        role: "figureS"
        text: root.mark
        color: Theme.accentColor(root.accent)
        Accessible.ignored: true
    }

    Icon {
        anchors.left: parent.left
        y: 20 * Theme.u
        visible: root.glyph !== ""
        glyph: root.glyph
        size: 52 * Theme.u
        color: Theme.amber
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: number.visible ? number.width : root.indent
        anchors.right: parent.right
        anchors.rightMargin: root.pickable ? sign.width + 28 * Theme.u : 0
        y: 20 * Theme.u
        spacing: 6 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: root.title
            Accessible.ignored: true
        }
        Repeater {
            model: root.lines

            ThemeText {
                required property string modelData

                width: words.width
                role: "label"
                text: modelData
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.ignored: true
            }
        }
    }
}
