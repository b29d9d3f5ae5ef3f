pragma ComponentBehavior: Bound
import QtQuick

// The small line below a number: its date and the mark of its source.
MarkedText {
    id: root

    required property string asOfText

    role: "label"
    content: qsTr("As of %1").arg(asOfText)
}
