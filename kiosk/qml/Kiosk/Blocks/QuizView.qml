pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One question at a time; the answers are bands that run off the screen. The first answer counts.
BlockView {
    id: root

    required property QuizBlock block

    cites: true
    headWidth: asking.width

    readonly property int asked: Math.max(0, Math.min(step, block.questions.length - 1))
    readonly property QuizQuestion question: block.questions[asked]
    readonly property int count: question.answers.length
    readonly property bool answered: answer >= 0 && answer < count
    readonly property real gap: 16 * Theme.u
    readonly property real sideTop: headRoom + (Theme.portrait ? 36 : 44) * Theme.u
    // Within reach the answers lie at the foot, in landscape two in a row
    readonly property bool paired: Theme.reach && !Theme.portrait
    readonly property int rows: paired ? Math.ceil(count / 2) : count
    readonly property real lowRoom: Theme.reach ? height + Theme.marginTop - Theme.reachTop - (Theme.portrait ? 24 * Theme.u : 0) : height
    readonly property real bandRoom: Math.min(lowRoom, Theme.portrait ? 0.5 * height : height)
    readonly property real bandHeight: Math.min((rows < 4 ? 288 : 204) * Theme.u + 0.2 * Theme.spareY, (bandRoom - (rows - 1) * gap) / rows)

    QuizQuestionSide {
        id: asking

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.sideTop
        width: (Theme.portrait ? root.width - Theme.margin : root.paired ? 1060 * Theme.u : Theme.splitHome - 56 * Theme.u) - Theme.margin
        height: (Theme.portrait || root.paired ? answers.y - 40 * Theme.u : root.height) - y
        question: root.question
        number: root.asked + 1
        total: root.block.questions.length
        answered: root.answered
        correct: root.answered && root.question.answers[root.answer].correct
        markColor: root.accentColor
        beside: root.paired
        onMarkTapped: root.sourcesRequested()
    }

    Loader {
        active: root.paired && root.answered
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.sideTop
        width: root.width - 2 * Theme.margin - asking.width - 40 * Theme.u
        height: asking.height
        sourceComponent: ScrollColumn {
            id: beside

            QuizVerdict {
                width: beside.room
                correct: asking.correct
                why: root.question.why
                footnote: root.question.sourceMark
                markColor: root.accentColor
                onMarkTapped: root.sourcesRequested()
            }
        }
    }

    TextFit {
        id: fit

        texts: root.question.answers.map(answer => answer.text)
        font.family: Theme.family
        font.weight: 600
        sizes: [72, 60, 50, 44, 38, 34, 30, 26].map(size => size * Theme.th)
        width: answers.bandWidth - 258 * Theme.u
        height: root.bandHeight - 44 * Theme.u
        tracking: Theme.tracking("h3")
        line: 1.12
    }

    Flow {
        id: answers

        readonly property real bandWidth: root.paired ? Math.floor((width - root.gap) / 2) : width

        anchors.right: parent.right
        y: Theme.portrait ? root.height - height - 24 * Theme.u : root.paired ? root.height - height : 0
        width: Theme.portrait || root.paired ? root.width - Theme.margin : root.width - Theme.splitHome
        spacing: root.gap

        Repeater {
            model: root.question.answers

            QuizAnswerBand {
                required property QuizAnswer modelData
                required property int index
                // One alone in its row takes the whole of it
                readonly property bool alone: index === root.count - 1 && index % 2 === 0

                width: alone ? answers.width : answers.bandWidth
                bleeds: !root.paired || alone || index % 2 === 1
                height: root.bandHeight
                text: modelData.text
                correct: modelData.correct
                chosen: root.answer === index
                answered: root.answered
                size: fit.size
                pattern: root.pattern
                weaving: root.arrived && !root.still
                onTapped: root.answerRequested(index)
            }
        }
    }
}
