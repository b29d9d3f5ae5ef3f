pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Tells when some frames have just been shown. Without a GPU the same thread draws, and what it does in a
// step of the animations makes the frame late that shows that step: the most room is right behind a
// frame. A window that shows none (something has hidden it) is not waited for.
FrameAnimation {
    id: root

    required property Window window
    property int frames: 1
    property int shown: 0

    signal due

    onRunningChanged: shown = 0
    onTriggered: {
        if (currentFrame >= frames + (Theme.software ? 4 : 0))
            finish();
        else if (Theme.software)
            window?.update();
    }

    // It may have been stopped since
    function finish(): void {
        if (!running)
            return;
        stop();
        due();
    }

    readonly property Connections swaps: Connections {
        target: root.running && Theme.software ? root.window : null

        function onFrameSwapped() {
            root.shown += 1;
            if (root.shown === root.frames)
                Qt.callLater(root.finish);
        }
    }
}
