pragma ComponentBehavior: Bound
import QtQuick

// How far a quiz has come: one bundle of warp threads per question, amber up to the current one.
Row {
    id: root

    required property int count
    required property int current
    property string name: ""
    readonly property int threadHeight: Math.round(22 * Theme.u)

    spacing: Math.round(12 * Theme.u)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name

    Repeater {
        model: root.count

        delegate: Image {
            required property int index
            readonly property color dye: index <= root.current ? Theme.amber : Theme.contrast ? Theme.muted : Theme.line

            opacity: Theme.contrast && index > root.current ? 0.45 : 1
            source: "image://weave/warp?height=" + root.threadHeight + "&accent=" + Theme.hex(dye)
            Accessible.ignored: true
        }
    }
}
