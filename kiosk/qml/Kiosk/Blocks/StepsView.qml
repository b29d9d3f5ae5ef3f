pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// How something works, step after step: the thread runs from number to number when the page has
// landed. The steps stand in larger letters where all of them have room.
BlockView {
    id: root

    required property StepsBlock block

    readonly property bool roomy: large.least <= heightRoom
    property real progress: 0

    implicitHeight: roomy ? large.height : small.height
    leastHeight: small.least
    onPlayingChanged: if (playing && progress === 0)
        drawing.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            drawing.stop();
        if (still)
            progress = 1;
    }

    NumberAnimation {
        id: drawing

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 1400
        easing.type: Easing.InOutCubic
    }

    component Steps: StepsList {
        width: root.width
        room: root.heightRoom - 40 * Theme.u // for the air above the first step
        block: root.block
        progress: root.progress
        accentColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }

    Steps {
        id: large

        roomy: true
        visible: root.roomy
    }
    Steps {
        id: small

        roomy: false
        visible: !root.roomy
    }
}
