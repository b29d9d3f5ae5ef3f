pragma ComponentBehavior: Bound
import QtQuick

// What stands beside a code: what one takes along, that nothing is kept, and the code as text.
Column {
    id: root

    required property string heading
    required property list<string> lines
    // Without a code there is nothing to point a camera at
    required property bool coded

    spacing: 14 * Theme.u

    ThemeText {
        role: "bandTitle"
        width: root.width
        text: root.heading
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
    ThemeText {
        width: root.width
        visible: root.coded
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
