pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Core
import Kiosk.Controls

// The one thread above the screens while they change: it leaves the shape it had on the one and
// takes the shape it has on the other. A new film begins with the shape of the moment. A screen that
// has no thread lets it leave the way the old content leaves.
Item {
    id: root

    property Thread goal: null
    property bool carrying: false
    property real share: 0
    property list<real> old: [2 * Theme.u, 2.7 * Theme.u, 12 * Theme.u]
    property list<real> next: old
    readonly property real strokeWidth: mix(0)
    readonly property real bead: 2 * mix(1)
    readonly property real spacing: mix(2)

    function mix(i: int): real {
        return old[i] + (next[i] - old[i]) * share;
    }

    // There is a thread, and it is drawn
    function has(thread: Thread): bool {
        return thread !== null && thread.visible && thread.points.length > 1;
    }

    function mapped(thread: Thread, screen: Item, x: real, y: real): point {
        return thread.mapToItem(screen, x, y);
    }

    function looks(thread: Thread): list<real> {
        return [thread.strokeWidth, thread.beadRadius, thread.spacing];
    }

    function lift(thread: Thread, screen: Item): void {
        moving.stop();
        goal = null;
        if (carrying)
            hold();
        else if (has(thread))
            take(thread, screen);
    }

    // Where it is, there the next film begins
    function hold(): void {
        old = [strokeWidth, bead / 2, spacing];
        next = old;
        morph.stay();
        share = 0;
    }

    function take(thread: Thread, screen: Item): void {
        old = looks(thread);
        next = old;
        share = 0;
        morph.begin(thread.route(), thread.onward, mapped(thread, screen, 0, 0), mapped(thread, screen, 1, 0), mapped(thread, screen, 0, 1));
        carrying = true;
        thread.away = true;
    }

    function aim(thread: Thread, screen: Item, direction: int, ms: int): void {
        if (carrying && has(thread))
            become(thread, screen);
        else if (carrying)
            leave((direction > 0) === Theme.mirrored);
        moving.duration = ms;
        if (carrying)
            moving.restart();
    }

    function become(thread: Thread, screen: Item): void {
        goal = thread;
        next = looks(thread);
        thread.away = true;
        correct(screen);
    }

    // Straight, and out of the screen on the side where the old content goes
    function leave(right: bool): void {
        morph.leave(right ? 1.1 * width : -1.1 * width, right ? 2.1 * width : -0.1 * width);
    }

    // What the screen holds may find its place only with the first frames
    function correct(screen: Item): void {
        if (goal !== null)
            morph.aim(goal.route(), goal.onward, mapped(goal, screen, 0, 0), mapped(goal, screen, 1, 0), mapped(goal, screen, 0, 1));
    }

    function land(): void {
        moving.stop();
        if (goal !== null)
            goal.away = false;
        goal = null;
        carrying = false;
    }

    NumberAnimation {
        id: moving

        target: root
        property: "share"
        from: 0
        to: 1
        easing.type: Easing.OutQuint
    }

    ThreadMorph {
        id: morph

        share: root.share
    }

    // Dots along a line cost a third of the beads of a thread at rest, and look the same on the way
    Shape {
        anchors.fill: parent
        visible: root.carrying
        preferredRendererType: Shape.GeometryRenderer
        Accessible.ignored: true

        ShapePath {
            strokeWidth: root.strokeWidth
            strokeColor: Qt.alpha(Theme.amber, 0.75)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.carrying ? morph.line : []
            }
        }
        ShapePath {
            strokeWidth: root.bead
            strokeColor: Theme.dark ? Qt.tint(Theme.amberHigh, "#73ffffff") : Theme.amberHigh
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.01, root.spacing / root.bead]

            PathPolyline {
                path: root.carrying ? morph.line : []
            }
        }
    }
}
