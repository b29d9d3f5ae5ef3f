pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What a picture is, what there is to say about it, and whose it is: on solid ground, never on the
// picture itself. The last line that there is carries the mark of the source.
Rectangle {
    id: root

    required property GalleryPicture shown
    required property real room
    required property real pad
    required property color markColor
    readonly property string credit: shown.picture.credit
    readonly property int mark: shown.sourceMark

    signal markTapped

    width: words.width + 2 * pad
    height: words.height + 48 * Theme.u
    color: Theme.background

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.pad
        y: 24 * Theme.u
        width: root.room
        spacing: 6 * Theme.u

        Line {
            role: "h3"
            content: root.shown.title
            footnote: root.shown.text === "" && root.credit === "" ? root.mark : 0
        }
        Line {
            content: root.shown.text
            footnote: root.credit === "" ? root.mark : 0
        }
        Line {
            content: root.credit
            footnote: root.mark
        }
    }

    component Line: MarkedText {
        role: "label"
        width: words.width
        visible: content !== ""
        markColor: root.markColor
        onMarkTapped: root.markTapped()
    }
}
