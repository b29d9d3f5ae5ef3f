pragma ComponentBehavior: Bound
import QtQuick

// What stands beside a code: what one takes along, that nothing is kept, and the code as text.
Column {
    id: root

    required property string heading
    required property list<string> lines
    // Without a code there is nothing to point a camera at
    required property bool coded
    property bool large: false

    spacing: 14 * Theme.u

    ThemeText {
        role: root.large ? "h2" : "bandTitle"
        fit: root.large ? 0.84 : 1
        width: root.width
        text: root.heading
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
    ThemeText {
        width: root.width
        visible: root.coded
        role: root.large ? "lead" : "body"
        color: Theme.text
        text: qsTr("Point your phone’s camera here. Nothing about you is kept.")
    }
    Column {
        width: root.width

        Repeater {
            model: root.lines

            ThemeText {
                required property string modelData

                role: "label"
                width: root.width
                text: modelData
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
        }
    }
}
