pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What goes from one screen to the next instead of leaving with the one and coming with the other:
// the thread, and the cloth between home and section. Both lie above the screens.
Item {
    id: root

    required property Stage stage
    readonly property Session session: stage.session

    function threadOf(screen: Item): Thread {
        return screen["thread"] as Thread; // qmllint disable missing-property
    }

    Connections {
        target: root.stage

        function onLifted(screen: Item) {
            if (thread.carrying || !Theme.lessMotion)
                thread.lift(root.threadOf(screen), screen);
            band.lift(root.stage.pulling ? screen : null, root.session.screen, root.session.section);
        }
        function onAimed(screen: Item) {
            thread.aim(root.threadOf(screen), screen, root.stage.direction, root.stage.pulling ? 520 : 420);
            band.aim(screen, root.session.screen);
            frames.left = 3;
        }
        function onLanded() {
            frames.left = 0;
            thread.land();
            band.drop();
        }
    }

    // Rows and columns find their places with the next frames
    FrameAnimation {
        id: frames

        property int left: 0

        running: left > 0
        onTriggered: {
            left -= 1;
            thread.correct(root.stage.shown.item as Item);
        }
    }

    BandFilm {
        id: band

        parent: root.stage
        anchors.fill: parent
        z: 3
    }

    ThreadFilm {
        id: thread

        parent: root.stage
        anchors.fill: parent
        z: 4
    }
}
