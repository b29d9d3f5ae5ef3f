pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One very large number that counts up once when its page has landed.
BlockView {
    id: root

    required property FigureBlock block

    readonly property bool counts: block.display === ""
    readonly property bool waiting: counts && !still && !counted
    property bool counted: false

    implicitHeight: column.height
    leastHeight: plate.leastHeight + column.spacing + date.height
    onPlayingChanged: begin()
    onStillChanged: finish()
    Component.onCompleted: finish()

    function begin(): void {
        if (playing && counts && !counted)
            counting.start();
        else if (playing)
            counted = true;
    }

    function finish(): void {
        if (still)
            counting.stop();
        if (still)
            counted = true;
    }

    NumberAnimation {
        id: counting

        target: plate
        property: "counter"
        from: 0
        to: root.block.value
        duration: 1400
        easing.type: Easing.OutExpo
        onFinished: root.counted = true
    }

    Column {
        id: column

        width: root.width
        topPadding: plate.rise
        spacing: 28 * Theme.u

        FigurePlate {
            id: plate

            property real counter: 0

            width: root.width
            room: root.heightRoom - column.spacing - date.height
            digits: root.counts ? root.block.valueText : root.block.display
            shownDigits: root.waiting ? Theme.number(counter, root.block.decimals) : digits
            changing: root.waiting
            prefix: root.counts ? root.block.prefix : ""
            suffix: root.counts ? root.block.suffix : ""
            label: root.block.label
        }

        AsOfLine {
            id: date

            width: root.width
            asOfText: root.block.asOfText
            footnote: root.block.sourceMark
            markColor: root.accentColor
            onMarkTapped: root.sourcesRequested()
        }
    }
}
