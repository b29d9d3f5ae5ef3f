pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One source: its footnote mark, what it is, who published it and when, and its address as text. One
// that is `pickable` brings its address into the panel's code when it is touched.
Tappable {
    id: root

    required property Source source
    required property string accent
    property bool pickable: false
    property bool picked: false
    readonly property string publication: source.yearText === "" ? source.publisher : qsTr("%1, %2").arg(source.publisher).arg(source.yearText)

    enabled: pickable
    implicitHeight: words.height + 44 * Theme.u
    Accessible.role: pickable ? Accessible.RadioButton : Accessible.ListItem
    Accessible.name: `${source.mark}. ${source.title}. ${publication}`
    Accessible.checkable: pickable
    Accessible.checked: picked

    Hairline {
        width: parent.width
        y: -8 * Theme.u
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
        id: mark

        anchors.left: parent.left
        y: 22 * Theme.u
        width: Math.max(implicitWidth, 84 * Theme.u)
        role: "figureS"
        fit: 0.82
        text: root.source.mark
        color: Theme.accentColor(root.accent)
        Accessible.ignored: true
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.right: parent.right
        anchors.rightMargin: root.pickable ? sign.width + 20 * Theme.u : 0
        y: 22 * Theme.u
        spacing: 6 * Theme.u

        ThemeText {
            width: parent.width
            role: "button"
            text: root.source.title
            Accessible.ignored: true
        }
        Repeater {
            model: [root.publication, root.source.note, root.source.url].filter(text => text !== "")

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
