pragma ComponentBehavior: Bound
import QtQuick

// The map with a wave of brightness that leaves the origin stitch by stitch: two slow waves when
// the page has landed, then the picture stands as it began.
ShaderEffect {
    id: root

    required property Image source
    required property real stitch
    required property real span
    required property real gain
    required property point origin
    required property bool playing
    property real phase: 0
    readonly property size room: Qt.size(width, height)

    fragmentShader: "shaders/wave.frag.qsb"
    onPlayingChanged: if (playing && phase === 0)
        leaving.start()
    else if (!playing)
        leaving.complete()

    NumberAnimation {
        id: leaving

        target: root
        property: "phase"
        to: 2
        duration: 9600
        easing.type: Easing.OutSine
    }
}
