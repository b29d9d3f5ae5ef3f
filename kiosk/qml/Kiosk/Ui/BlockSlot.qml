pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Blocks

// Holds the view of one block, made by its kind: the only place that knows how a block finds its
// view. A view that cannot be made leaves no hole; the log and the tour hear of it.
Item {
    id: root

    required property PageScreen screen
    required property int position
    property real heightRoom: Infinity
    property real headRoom: 0
    readonly property real leastHeight: view ? view.leastHeight : 0
    readonly property bool ready: view?.ready ?? true
    readonly property bool cites: view?.cites ?? false
    readonly property bool underHead: view?.underHead ?? false
    readonly property real headWidth: view?.headWidth ?? Infinity
    readonly property rect storyRoom: view?.storyRoom ?? Qt.rect(0, 0, 0, 0)
    readonly property rect asideRoom: view?.asideRoom ?? Qt.rect(0, 0, 0, 0)
    readonly property bool storyAtFoot: view?.storyAtFoot ?? false
    readonly property QtObject block: screen.page.blocks[position] ?? null
    property BlockView view: null
    property Component maker: null
    property bool making: false

    implicitHeight: view ? view.implicitHeight : 0
    visible: view !== null
    Component.onCompleted: build()
    Component.onDestruction: forget()
    onReadyChanged: screen.awaitSlot(root, !ready)

    function build() {
        const kind = screen.page.blocks[position].type;
        maker = Qt.createComponent("Kiosk.Blocks", kind.charAt(0).toUpperCase() + kind.slice(1) + "View");
        if (maker.status === Component.Ready)
            make();
        else
            leaveOut();
    }

    // In small steps between the frames, so that what moves meanwhile goes on
    function make(): void {
        screen.pending++;
        making = true;
        loader.show(maker.url, given());
    }

    // A page that goes before it was whole: what is there of a view can be freed only as long as
    // the page is there, else it stays for ever
    function forget(): void {
        screen.awaitSlot(root, false);
        if (making)
            screen.pending--;
        making = false;
        loader.giveUp();
    }

    function settle(): void {
        making = false;
        view = loader.item as BlockView;
        screen.thread = view?.thread ?? screen.thread;
        if (!view)
            leaveOut();
        screen.pending--;
    }

    function leaveOut() {
        const kind = screen.page.blocks[position].type;
        screen.session.reportFault(`${screen.story.address}/${screen.page.id}`, kind, maker.errorString());
    }

    function given(): var {
        return {
            block: block,
            accent: screen.section.accent,
            pattern: screen.section.pattern,
            mark: screen.session.mark,
            storied: screen.slots.includes("story"),
            width: width,
            height: height
        };
    }

    SourceLoader {
        id: loader

        asynchronous: !root.screen.still
        onStatusChanged: if (root.making && (status === Loader.Ready || status === Loader.Error))
            root.settle()
    }

    Binding {
        target: root.view
        property: "block"
        value: root.block
        when: root.view !== null && root.block !== null
    }
    Binding {
        target: root.view
        property: "width"
        value: root.width
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "height"
        value: root.height
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "heightRoom"
        value: root.heightRoom
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "headRoom"
        value: root.headRoom
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "arrived"
        value: root.screen.arrived
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "step"
        value: root.screen.step
        when: root.view !== null
    }
    Binding {
        target: root.view
        property: "answer"
        value: root.screen.answer
        when: root.view !== null
    }

    // A finger may stay on a page that is leaving
    Connections {
        target: root.view
        enabled: root.screen.live

        function onStepRequested(step: int) {
            root.screen.session.chooseStep(step);
        }
        function onAnswerRequested(answer: int) {
            root.screen.session.chooseAnswer(answer);
        }
        function onSourcesRequested() {
            root.screen.session.openPanel("sources");
        }
    }
}
