pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A text with its footnote mark right after the last word. The text is plain, so the mark is an
// item of its own; spaces that do not break keep its room, and the last word, on the last line.
ThemeText {
    id: root

    required property string content
    required property int footnote
    required property color markColor

    signal markTapped

    text: content + sign.keeper
    Accessible.role: Accessible.StaticText
    Accessible.name: content
    onLineLaidOut: line => {
        // Whoever listens to this signal finds the lines moved; this is where they belong
        line.y = line.number * root.lineBox;
        if (line.isLast)
            sign.lastLine = Qt.point(line.implicitWidth, line.y);
    }

    FootnoteMark {
        id: sign

        host: root
        content: root.content
        footnote: root.footnote
        markColor: root.markColor
        onTapped: root.markTapped()
    }
}
