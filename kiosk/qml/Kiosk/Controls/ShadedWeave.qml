pragma ComponentBehavior: Bound
import QtQuick

// A cloth drawn by a shader in one call. A press sends a light through it, stitch by stitch, from the
// finger on. What the shader reads as a float is a real here: a bool or an int would arrive as bits.
ShaderEffect {
    id: root

    required property Cloth cloth
    readonly property real ratio: cloth.ratio
    readonly property Image motif: stitches
    readonly property real rows: 23
    readonly property real period: motif.implicitWidth
    readonly property real high: (cloth.endless ? 204 * Theme.u : height) * ratio / rows
    readonly property size cell: Qt.size(Math.round(period * high) / Math.max(1, period), high)
    readonly property size size: Qt.size(width * ratio, height * ratio)
    readonly property real start: cloth.start * ratio
    readonly property real fade: cloth.fade * ratio
    readonly property real shift: cloth.shift * ratio
    readonly property real woven: cloth.progress
    readonly property real flipped: cloth.turned ? 1 : 0
    readonly property real endless: cloth.endless ? 1 : 0
    readonly property real plain: Theme.contrast ? 1 : 0
    readonly property real textured: cloth.textured ? 1 : 0
    readonly property color accent: cloth.accent
    readonly property color linen: Theme.linen
    readonly property real reach: 180 * Theme.u * ratio
    readonly property bool answers: !Theme.lessMotion && !Theme.contrast
    readonly property bool rippling: wave.running || gone.running
    property point touch
    property real front: 0
    property real glow: 0

    // `at` is a place in the cloth, in px
    function answer(at: point): void {
        if (!answers)
            return;
        touch = Qt.point((cloth.turned ? width - at.x : at.x) * ratio, at.y * ratio);
        wave.restart();
    }

    function forget(): void {
        if (wave.running)
            gone.restart();
    }

    fragmentShader: Qt.resolvedUrl("shaders/weave.frag.qsb")

    Image {
        id: stitches

        visible: false
        smooth: false
        source: "image://weave/motif?like=" + root.cloth.pattern + "&flat=" + (Theme.contrast ? 1 : 0)
    }

    ParallelAnimation {
        id: wave

        onStarted: gone.stop()
        onFinished: root.glow = 0

        NumberAnimation {
            target: root
            property: "front"
            from: 0.06
            to: 1.7
            duration: 420
            easing.type: Easing.OutSine
        }
        SequentialAnimation {
            PropertyAction {
                target: root
                property: "glow"
                value: 1
            }
            PauseAnimation {
                duration: 260
            }
            NumberAnimation {
                target: root
                property: "glow"
                to: 0
                duration: 160
            }
        }
    }

    // A finger that slides off takes its light with it
    SequentialAnimation {
        id: gone

        ScriptAction {
            script: wave.stop()
        }
        NumberAnimation {
            target: root
            property: "glow"
            to: 0
            duration: 80
        }
    }
}
