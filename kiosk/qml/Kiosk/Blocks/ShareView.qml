pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// n of m as a cloth of m stitches. It is woven once, from the start edge, when the page has landed.
// The legend gives up nothing to the cloth; what is left of the height is the cloth's.
BlockView {
    id: root

    required property ShareBlock block

    readonly property real gap: 40 * Theme.u
    readonly property real noteRoom: block.note === "" ? 0 : foot.height + 20 * Theme.u
    readonly property real room: height - head.height - 28 * Theme.u - noteRoom
    readonly property real side: 300 * Math.max(Theme.u, 0.85 * Theme.t)
    // The words stand where they leave the cloth its larger stitches: beside its foot or below it
    readonly property bool beside: higher.cell > 1.04 * wider.cell
    readonly property ShareGeometry geometry: beside ? higher : wider
    // All of it together stands in the middle of the height
    readonly property real spare: room - cloth.height - (beside ? 0 : gap + legend.height)
    property real progress: 0

    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken
    onPlayingChanged: if (playing && progress === 0)
        weaving.start()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function finish(): void {
        if (still)
            weaving.stop();
        if (still)
            progress = 1;
    }

    NumberAnimation {
        id: weaving

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: 1200
        easing.type: Easing.InOutCubic
    }

    ShareGeometry {
        id: wider

        part: root.block.part
        whole: root.block.whole
        width: root.width
        height: Math.max(1, root.room - root.gap - below.height)
        largest: 96 * Theme.u
    }

    ShareGeometry {
        id: higher

        part: root.block.part
        whole: root.block.whole
        width: Math.max(1, root.width - root.gap - root.side)
        height: root.room
        largest: 96 * Theme.u
    }

    component Words: ShareLegend {
        count: qsTr("%1 of %2").arg(Theme.number(root.block.part, 0)).arg(Theme.number(root.block.whole, 0))
        label: root.block.label
        restCount: Theme.number(root.block.whole - root.block.part, 0)
        rest: root.block.rest
    }

    Words {
        id: below

        visible: false
        width: root.width
    }

    Column {
        id: head

        y: Math.max(0, 0.4 * root.spare)
        width: root.width

        ChartTitle {
            width: root.width
            content: root.block.title
            footnote: root.block.sourceMark
            markColor: root.accentColor
            onMarkTapped: root.sourcesRequested()
        }

        ThemeText {
            role: "label"
            width: root.width
            text: qsTr("As of %1").arg(root.block.asOfText)
        }
    }

    ShareCloth {
        id: cloth

        anchors.left: parent.left
        y: head.y + head.height + 28 * Theme.u
        width: implicitWidth
        height: implicitHeight
        geometry: root.geometry
        dye: Theme.contrast ? Theme.text : root.accentColor
        progress: root.progress
    }

    Words {
        id: legend

        anchors.left: root.beside ? cloth.right : parent.left
        anchors.leftMargin: root.beside ? root.gap : 0
        width: root.beside ? root.width - cloth.width - root.gap : root.width
        y: cloth.y + cloth.height + (root.beside ? -height : root.gap)
    }

    ThemeText {
        id: foot

        role: "label"
        width: root.width
        visible: text !== ""
        y: Math.max(cloth.y + cloth.height, legend.y + legend.height) + 20 * Theme.u
        text: root.block.note
    }
}
