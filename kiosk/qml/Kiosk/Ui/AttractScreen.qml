pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What invites passers-by: scenes that take turns, one line each, and the promise that a touch
// begins. The whole screen is the target. The line comes first; nothing else is even compiled
// before the first frame.
FocusScope {
    id: root

    required property Session session
    property int index: 0
    property int minute: 0
    readonly property AttractScene scene: session.scenes[index % Math.max(1, session.scenes.length)] ?? null
    readonly property bool beside: scene !== null && !Theme.portrait && (scene.scene !== "chain" || Theme.contrast)
    // Parts are asked by name: naming their types would compile them before the first frame
    readonly property bool ready: pictures.item?.["ready"] ?? false // qmllint disable missing-property
    readonly property point firstLight: pictures.item?.["firstLight"] ?? Qt.point(-1, -1) // qmllint disable missing-property
    // Where the invitation begins; a row of it is kept free before it is there
    readonly property real foot: front.item?.["head"] ?? height - (Theme.portrait ? 242 : 184) * Theme.u // qmllint disable missing-property
    readonly property real lineFoot: line.y + line.height
    readonly property rect place: Theme.portrait ? Qt.rect(Theme.margin, lineFoot + 72 * Theme.u, width - Theme.margin, foot - lineFoot - 144 * Theme.u) : Qt.rect(Theme.splitHome, Theme.marginTop, width - Theme.splitHome, foot - Theme.marginTop - 48 * Theme.u)

    function showPictures(): void {
        pictures.show("AttractStage.qml", {
            session: session,
            scene: Qt.binding(() => root.scene),
            place: Qt.binding(() => root.place),
            clear: Qt.binding(() => root.lineFoot)
        });
    }

    function showFront(): void {
        front.show("AttractFront.qml", {
            session: session,
            pressed: Qt.binding(() => all.pressed),
            drift: Qt.binding(() => Qt.point(picture.x, picture.y))
        });
    }

    // Where the scene would turn other content may come instead, from its first scene on
    function turn(): void {
        const edition = session.edition;
        session.endScene();
        if (edition === session.edition)
            index = (index + 1) % Math.max(1, session.scenes.length);
    }

    focus: true

    Connections {
        target: root.session

        // It is told before the scenes, so that one scene comes and not two
        function onEditionChanged() {
            root.index = 0;
        }
    }

    Timer {
        running: true
        interval: 14000
        repeat: true
        onTriggered: root.turn()
    }

    // Against burn-in everything moves by a pixel or two each minute
    Timer {
        running: true
        interval: 60000
        repeat: true
        onTriggered: root.minute += 1
    }

    // The first frame shows the words alone
    Timer {
        running: root.Window.window?.["started"] ?? false // qmllint disable missing-property
        interval: 1
        onTriggered: root.showPictures()
    }

    Item {
        id: picture

        width: parent.width
        height: parent.height
        x: [0, 1, 2, 2, 1, 0, -1, -1][root.minute % 8]
        y: [0, 0, 1, 2, 2, 1, 1, 0][root.minute % 8]

        SourceLoader {
            id: pictures

            anchors.fill: parent
            asynchronous: true
        }

        Headline {
            id: line

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            y: Theme.marginTop + 86 * Theme.u
            role: root.beside && text.length > 30 ? "display" : "attract"
            text: root.scene?.line ?? ""
            maxWidth: (root.beside ? Theme.splitHome - 48 * Theme.u : root.width - Theme.margin) - Theme.margin
            maxLines: Theme.portrait ? 5 : root.beside ? Math.floor((root.foot - y - 24 * Theme.u) / (Theme.pixelSize(role) * Theme.lineFactor(role))) : 2
        }
    }

    MouseArea {
        id: all

        anchors.fill: parent
        onReleased: root.session.begin()
        Accessible.ignored: true
    }

    SourceLoader {
        id: front

        readonly property bool wanted: Theme.settled

        anchors.fill: parent
        focus: true
        Component.onCompleted: if (wanted)
            root.showFront()
        onWantedChanged: if (wanted)
            root.showFront()
    }
}
