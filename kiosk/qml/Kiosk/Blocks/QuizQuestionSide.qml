pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The question, how far one is, and after the answer what is right and why.
ScrollColumn {
    id: root

    required property QuizQuestion question
    required property int number
    required property int total
    required property bool answered
    required property bool correct
    required property color markColor
    // Little height: the question is smaller, and what is right stands elsewhere
    property bool beside: false

    signal markTapped

    onNumberChanged: toStart()

    Column {
        width: root.width - 24 * Theme.u

        ThemeText {
            id: counter

            role: "nav"
            width: parent.width
            color: Theme.amber
            text: qsTr("Question %1 of %2").arg(root.number).arg(root.total)
        }

        Item {
            width: 1
            height: 20 * Theme.u
        }

        WarpProgress {
            id: bundles

            anchors.left: parent.left
            count: root.total
            current: root.number - 1
            name: counter.text
        }

        Item {
            id: above

            width: 1
            height: (root.beside ? 22 : 56) * Theme.u
        }

        Headline {
            id: words

            role: "h2"
            factor: root.beside ? 0.76 : 1
            text: root.question.question
            maxWidth: parent.width
        }

        Item {
            width: 1
            visible: !root.beside
            height: Math.max(40 * Theme.u, root.height - counter.height - 20 * Theme.u - bundles.height - above.height - words.height - Math.max(verdict.implicitHeight, 260 * Theme.t))
        }

        QuizVerdict {
            id: verdict

            width: parent.width
            visible: root.answered && !root.beside
            correct: root.correct
            why: root.question.why
            footnote: root.question.sourceMark
            markColor: root.markColor
            onMarkTapped: root.markTapped()
        }
    }
}
