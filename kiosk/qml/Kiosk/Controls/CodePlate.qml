pragma ComponentBehavior: Bound
import QtQuick

// A code and its words: below each other where the room is high enough, else side by side. The code
// never gets too small for a phone; words that find no room at the largest text scroll.
Item {
    id: root

    required property string content
    required property string heading
    required property list<string> lines
    property real room: Infinity // how high it may become
    property bool preferAside: false
    property bool large: false // the words are those of a screen, not of a block

    readonly property real gap: 32 * Theme.u
    readonly property real smallest: code.smallest
    readonly property bool high: code.wanted + gap + trial.height <= room
    readonly property bool broad: width - code.wanted - gap >= 270 * Theme.t && code.wanted <= room
    readonly property bool aside: code.there && broad && (preferAside || !high)

    implicitHeight: aside ? Math.max(code.height, words.height) : words.y + words.height

    CodeWords {
        id: trial

        visible: false
        width: root.width
        heading: root.heading
        lines: root.lines
        coded: code.there
        large: root.large
    }

    CodePicture {
        id: code

        anchors.left: parent.left
        content: root.content
        spoken: root.lines.join(", ")
        side: root.aside || root.high ? wanted : smallest
    }

    ScrollColumn {
        id: words

        anchors.left: root.aside ? code.right : parent.left
        anchors.leftMargin: root.aside ? root.gap : 0
        anchors.right: parent.right
        y: root.aside || !code.there ? 0 : code.height + root.gap
        height: Math.min(contentHeight, root.room - y)

        CodeWords {
            width: words.room
            heading: root.heading
            lines: root.lines
            coded: code.there
            large: root.large
        }
    }
}
