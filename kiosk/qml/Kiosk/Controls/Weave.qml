pragma ComponentBehavior: Bound
import QtQuick

// Woven cloth: faint dashes of the ground everywhere and the pattern from `start` on. A shader draws it;
// without a GPU it is painted once and tiled. Both are the same picture.
Cloth {
    id: root

    // What is painted fades under its ground: a faint cloth is made faint as a whole
    layer.enabled: Theme.software && opacity < 1 && fade > 0

    Loader {
        anchors.fill: parent
        sourceComponent: Theme.software ? painted : shaded
    }

    Component {
        id: painted

        PaintedWeave {
            cloth: root
        }
    }
    Component {
        id: shaded

        ShadedWeave {
            cloth: root
        }
    }
}
