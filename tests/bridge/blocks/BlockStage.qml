pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Blocks

// A window that makes one block view by its kind, as a page does, and writes down its signals.
Window {
    id: root

    property QtObject view: null
    property Component maker: null
    property string heard: ""
    property rect room

    color: Theme.background

    Item {
        id: host

        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        x: root.room.x
        y: root.room.y
        width: root.room.width
        height: root.room.height
    }

    function dress(name, text, mirrored, less) {
        Theme.screenWidth = width;
        Theme.screenHeight = height;
        Theme.name = name;
        Theme.textSize = text;
        Theme.mirrored = mirrored;
        Theme.lessMotion = less;
        Theme.software = true;
    }

    function speak(language) {
        Theme.localeName = language;
    }

    function sit(down) {
        Theme.reach = down;
    }

    function alignment(text) {
        return text.effectiveHorizontalAlignment === Text.AlignRight ? "right" : "left";
    }

    function plain(text) {
        return text.textFormat === Text.PlainText;
    }

    function spoken(item) {
        return item.Accessible.name;
    }

    function build(kind, inputs) {
        maker = Qt.createComponent("Kiosk.Blocks", kind.charAt(0).toUpperCase() + kind.slice(1) + "View");
        if (maker.status !== Component.Ready)
            return maker.errorString();
        const made = maker.createObject(host, inputs) as BlockView;
        view = made;
        made.width = Qt.binding(() => host.width);
        if (inputs.block.slot !== "story")
            made.height = Qt.binding(() => host.height);
        else if (inputs.heightRoom === undefined)
            made.heightRoom = Qt.binding(() => host.height);
        made.stepRequested.connect(step => heard += "step " + step + ";");
        made.answerRequested.connect(answer => heard += "answer " + answer + ";");
        made.sourcesRequested.connect(() => heard += "sources;");
        return "";
    }
}
