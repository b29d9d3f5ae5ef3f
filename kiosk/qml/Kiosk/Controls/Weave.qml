pragma ComponentBehavior: Bound
import QtQuick

// Woven cloth: faint dashes of the ground everywhere and the pattern from `start` on. It is painted once
// and tiled; while a press lights its stitches a shader draws it, the same picture otherwise. A shader
// for cloth at rest would cost a slow GPU most of each frame.
Cloth {
    id: root

    readonly property bool lights: !Theme.software && !Theme.lessMotion && !Theme.contrast

    // What is painted fades under its ground: a faint cloth is made faint as a whole
    layer.enabled: opacity < 1 && fade > 0

    PaintedWeave {
        anchors.fill: parent
        visible: light.item === null
        cloth: root
    }

    Loader {
        id: light

        anchors.fill: parent
        active: false
        sourceComponent: ShadedWeave {
            cloth: root
            onRipplingChanged: if (!rippling)
                light.active = false
        }
    }

    Connections {
        target: root.touched
        enabled: root.lights

        function onFingerDown(at: point) {
            light.active = true;
            (light.item as ShadedWeave).answer(root.mapFromItem(root.touched, at));
        }
        function onFingerLost() {
            (light.item as ShadedWeave)?.forget();
        }
    }
}
