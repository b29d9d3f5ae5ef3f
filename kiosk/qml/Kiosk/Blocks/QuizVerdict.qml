pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Right or not, and one sentence that says why. Nobody is scored.
Column {
    id: root

    required property bool correct
    required property string why
    required property int footnote
    required property color markColor

    signal markTapped

    spacing: 14 * Theme.u

    Row {
        anchors.left: parent.left
        spacing: 18 * Theme.u

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: 54 * Theme.t
            glyph: root.correct ? Theme.glyphs.correct : Theme.glyphs.wrong
            color: root.correct ? Theme.amber : Theme.text
        }

        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            role: "bandTitle"
            wrapMode: Text.NoWrap
            text: root.correct ? qsTr("That’s it.") : qsTr("Not quite")
            color: root.correct ? Theme.amber : Theme.text
        }
    }

    MarkedText {
        width: root.width
        content: root.why
        footnote: root.footnote
        markColor: root.markColor
        onMarkTapped: root.markTapped()
    }
}
