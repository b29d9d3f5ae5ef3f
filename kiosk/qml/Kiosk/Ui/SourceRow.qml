pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One source: its footnote mark, what it is, who published it and when, and its address as text. One
// that can be `picked` brings its address into the panel's code when it is touched.
Item {
    id: root

    required property Source source
    required property string accent
    property bool pickable: false
    property bool picked: false
    readonly property string publication: source.yearText === "" ? source.publisher : qsTr("%1, %2").arg(source.publisher).arg(source.yearText)
    readonly property string spoken: `${source.mark}. ${source.title}. ${publication}`

    signal tapped

    implicitHeight: words.height + 60 * Theme.u
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.ignored: pickable

    Hairline {
        width: parent.width
        color: Theme.controlBorder
    }

    Tappable {
        anchors.fill: parent
        anchors.topMargin: 8 * Theme.u
        anchors.bottomMargin: 8 * Theme.u
        visible: root.pickable
        Accessible.role: Accessible.RadioButton
        Accessible.name: root.spoken
        Accessible.checkable: true
        Accessible.checked: root.picked
        onTapped: root.tapped()

        Icon {
            id: sign

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.picked ? Theme.glyphs.check : Theme.glyphs.takeAway
            size: 44 * Theme.u
            color: root.picked ? Theme.amber : Theme.muted
        }
    }

    ThemeText {
        id: mark

        anchors.left: parent.left
        y: 30 * Theme.u
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
        y: 30 * Theme.u
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
