pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One step: its number, what is done, and the piece of thread to the next one.
Item {
    id: root

    required property int number
    required property string title
    required property string sentence
    required property bool roomy
    required property bool last
    required property real gap // to the next step
    required property real progress // of the thread below the number
    required property int footnote
    required property color accentColor
    readonly property real lane: (roomy ? 84 : 72) * Theme.th

    signal markTapped

    implicitHeight: words.height
    Accessible.role: Accessible.ListItem
    Accessible.name: `${number}. ${title}. ${sentence}`

    ThemeText {
        id: digit

        // Narrow and wide digits alike stand on one line, that of the thread
        anchors.left: parent.left
        anchors.leftMargin: (0.62 * font.pixelSize - width) / 2
        y: heading.baselineOffset - baselineOffset
        role: "figureS"
        fit: root.roomy ? 0.85 : 0.66
        text: Theme.number(root.number, 0)
        color: root.accentColor
        Accessible.ignored: true
    }

    StepsThread {
        readonly property real start: heading.baselineOffset + 16 * Theme.u
        readonly property real foot: root.height + root.gap + heading.baselineOffset - 0.72 * digit.font.pixelSize - 20 * Theme.u

        anchors.horizontalCenter: digit.horizontalCenter
        y: start
        height: foot - start
        visible: !root.last && height > 0
        progress: root.progress
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.lane
        anchors.right: parent.right
        spacing: root.roomy ? 4 * Theme.u : 0

        ThemeText {
            id: heading

            role: root.roomy ? "h3" : "button"
            width: words.width
            text: root.title
            Accessible.ignored: true
        }
        MarkedText {
            role: root.roomy ? "body" : "label"
            color: Theme.muted
            width: words.width
            content: root.sentence
            footnote: root.footnote
            markColor: root.accentColor
            onMarkTapped: root.markTapped()
            Accessible.ignored: true
        }
    }
}
