pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page as it is now, out of focus and without its colour. It is taken and blurred once, at a size
// that does not grow with the screen; what is left is a texture that goes with this item.
Item {
    id: root

    required property Item page
    readonly property int across: Math.max(1, Math.round(width / (2 * Theme.u)))
    readonly property int down: Math.max(1, Math.round(height / (2 * Theme.u)))

    component Still: ShaderEffectSource {
        live: false
        textureSize: Qt.size(root.across, root.down)
    }
    component Blur: ShaderEffect {
        property ShaderEffectSource source
        property real grey: 0
        property size stride
        readonly property real bell: 5.5 // 11u, two of them to a sample

        width: root.across
        height: root.down
        visible: false
        fragmentShader: "shaders/blur.frag.qsb"
    }

    Still {
        id: sharp

        visible: false
        sourceItem: root.page
    }
    Blur {
        id: sideways

        source: sharp
        stride: Qt.size(1 / root.across, 0)
    }
    Still {
        id: half

        visible: false
        sourceItem: sideways
    }
    Blur {
        id: soft

        source: half
        grey: 1
        stride: Qt.size(0, 1 / root.down)
    }
    Still {
        anchors.fill: parent
        sourceItem: soft
    }
}
