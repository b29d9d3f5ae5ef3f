pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A page as it is now, out of focus, for where there are no shaders: taken once, very small, and
// drawn large again, four times and half a step apart: once alone would show its pixels. It costs
// one picture and then nothing.
Image {
    id: root

    required property Item page
    property bool failed: false
    readonly property bool ready: status === Image.Ready || failed
    readonly property int step: 20
    readonly property int layers: 4

    // Kept, for the picture's address goes with it
    property var taken: null

    function keep(result: var): void {
        taken = result;
        source = result.url;
    }

    smooth: true
    cache: false
    Accessible.ignored: true

    Repeater {
        model: root.layers - 1

        Image {
            required property int index

            x: index === 1 ? 0 : root.step * Theme.u / 2
            y: index === 0 ? 0 : root.step * Theme.u / 2
            width: root.width
            height: root.height
            source: root.source
            cache: false
            Accessible.ignored: true
        }
    }

    Component.onCompleted: {
        const across = Math.max(1, Math.round(page.width / (step * Theme.u)));
        const down = Math.max(1, Math.round(page.height / (step * Theme.u)));
        failed = !page.grabToImage(keep, Qt.size(across, down));
    }
}
