pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One source: its footnote mark, what it is, who published it and when, and its address as text.
Item {
    id: root

    required property Source source
    required property string accent
    readonly property string publication: source.yearText === "" ? source.publisher : qsTr("%1, %2").arg(source.publisher).arg(source.yearText)

    implicitHeight: words.height + 60 * Theme.u
    Accessible.role: Accessible.ListItem
    Accessible.name: `${source.mark}. ${source.title}. ${publication}`

    Hairline {
        width: parent.width
        color: Theme.controlBorder
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
