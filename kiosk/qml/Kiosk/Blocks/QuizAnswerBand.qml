pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// One answer as a band. The right one is woven in amber from the start edge; a wrong choice keeps a
// plain outline with a cross. After the first answer a touch does nothing.
Tappable {
    id: root

    required property string text
    required property bool correct
    required property bool chosen
    required property bool answered
    required property real size
    required property string pattern
    required property bool weaving
    required property bool bleeds // off the screen

    readonly property bool won: answered && correct
    readonly property bool missed: answered && chosen && !correct

    enabled: !answered
    Accessible.name: text
    Accessible.description: won ? qsTr("Right answer") : missed ? qsTr("Not quite") : ""

    Rectangle {
        anchors.fill: parent
        anchors.rightMargin: root.bleeds ? -3 * Theme.stroke : 0
        color: Theme.surface
        border.width: root.missed ? 2 * Theme.stroke : Theme.contrast ? Theme.stroke : 0
        border.color: root.missed ? Theme.text : Theme.line
    }

    // In no colour of its own: nothing tells the right answer before it is given
    Ripple {
        touched: root
        pattern: root.pattern
        accent: Theme.muted
    }

    Item {
        id: cloth

        anchors.left: parent.left
        width: root.won ? root.width : 0
        height: root.height
        clip: true

        Behavior on width {
            enabled: root.weaving && root.answered

            NumberAnimation {
                duration: 700
                easing.type: Easing.InOutCubic
            }
        }

        Rectangle {
            id: dyed

            anchors.left: parent.left
            width: root.width
            height: root.height
            color: Theme.contrast ? Theme.background : Qt.tint(Theme.background, Qt.alpha(Theme.amber, 0.16))
        }

        Weave {
            anchors.left: parent.left
            width: root.width
            height: root.height
            pattern: root.pattern
            accent: Theme.amber
            ground: dyed.color
            start: 58 * Theme.u + words.width + disc.width + 72 * Theme.u
        }
    }

    Rectangle {
        anchors.fill: cloth
        anchors.rightMargin: root.bleeds ? -3 * Theme.stroke : 0
        visible: root.won && Theme.contrast
        color: "transparent"
        border.width: Theme.stroke
        border.color: Theme.amber
    }

    ThemeText {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 58 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width - 58 * Theme.u - 200 * Theme.u)
        role: "h2"
        text: root.text
        color: root.answered && !root.won && !root.missed ? Theme.muted : Theme.text
        font.pixelSize: Math.round(root.size)
        font.weight: root.won || Theme.contrast ? 600 : 400
        lineHeight: 1.12 * font.pixelSize
        Accessible.ignored: true
    }

    QuizDisc {
        id: disc

        anchors.left: words.right
        anchors.leftMargin: 48 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        visible: root.won || root.missed
        size: Math.min(84 * Theme.u, root.height * 0.7)
        correct: root.won
    }
}
