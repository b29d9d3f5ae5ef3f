pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A headline that carries the footnote mark itself, where no text follows it.
Headline {
    id: root

    required property string content
    required property int footnote
    required property color markColor

    signal markTapped

    text: content + sign.keeper
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
