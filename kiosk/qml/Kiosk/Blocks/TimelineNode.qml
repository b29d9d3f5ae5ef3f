pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A year on the thread: dot and label are one target.
Tappable {
    id: root

    required property real axisY
    required property real labelY
    required property string label
    required property string spoken
    required property bool lit
    required property bool current

    readonly property real dot: (current ? 24 : lit ? 16 : 15) * Theme.u

    signal reached

    width: Math.max(112 * Theme.u, words.width)
    onActiveFocusChanged: if (activeFocus)
        reached()
    Accessible.name: spoken
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: current

    Glow {
        visible: root.current && Theme.dark
        radius: 84 * Theme.u
        x: root.width / 2 - radius
        y: root.axisY - radius
    }

    Rectangle {
        x: root.width / 2 - root.dot
        y: root.axisY - root.dot
        width: 2 * root.dot
        height: width
        radius: root.dot
        color: root.lit ? Theme.amber : Theme.background
        border.width: root.current ? 4 * Theme.u : root.lit ? 0 : 3 * Theme.u
        border.color: root.current ? Theme.text : Theme.amber
    }

    ThemeText {
        id: words

        readonly property bool long_: root.label.length > 5
        // A short date breaks before its year, as a longer one beside it does
        readonly property real column: root.label.length < 14 ? 126 : 150

        role: "body"
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.labelY
        width: long_ ? column * Math.max(Theme.u, Theme.t * 0.85) : implicitWidth
        horizontalAlignment: Text.AlignHCenter
        wrapMode: long_ ? Text.Wrap : Text.NoWrap
        text: root.label
        color: root.current ? Theme.text : Theme.muted
        lineHeight: 1.15 * font.pixelSize
        font.pixelSize: Math.round(long_ ? 24 * Math.min(Theme.t, 1.25 * Theme.u) : (root.current ? 36 : 30) * Theme.t)
        font.weight: root.current ? 700 : 600
    }
}
