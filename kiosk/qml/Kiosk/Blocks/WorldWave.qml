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
    property real seconds: 9.6
    readonly property size room: Qt.size(width, height)

    fragmentShader: "shaders/wave.frag.qsb"
    onPlayingChanged: if (playing && phase === 0)
        leaving.restart()
    else if (!playing && phase > 0)
        end()

    function end(): void {
        leaving.stop();
        phase = 2;
    }

    // By the clock: an animation counts frames, and takes longer where a program draws them
    FrameAnimation {
        id: leaving

        readonly property real gone: Math.min(1, elapsedTime / root.seconds)

        onTriggered: {
            root.phase = 2 * Math.sin(gone * Math.PI / 2);
            if (gone === 1)
                root.end();
        }
    }
}
