pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The pictures of the attract loop: the scene that comes fades in over the one that leaves, and
// when it is there the other is gone.
Item {
    id: root

    required property Session session
    required property AttractScene scene
    required property rect place
    required property real clear
    property AttractArt front: first
    property AttractArt back: second
    property real blend: 1
    // Without a GPU the fade takes eight steps a second, and no other runs beside it
    readonly property real shade: Theme.software ? Math.round(blend * 14) / 14 : blend
    readonly property point firstLight: front.firstLight
    readonly property bool ready: front.ready && blend === 1

    function turn(): void {
        const next = back;
        back = front;
        front = next;
        front.z = 1;
        back.z = 0;
        blend = 0;
        front.show(scene);
        fading.restart();
    }

    Component.onCompleted: front.show(scene)
    onSceneChanged: if (front.scene !== null && scene !== front.scene)
        turn()

    NumberAnimation {
        id: fading

        target: root
        property: "blend"
        from: 0
        to: 1
        duration: Theme.duration(1800)
        easing.type: Theme.software ? Easing.Linear : Easing.InOutSine
        onFinished: root.back.show(null)
    }

    AttractArt {
        id: first

        anchors.fill: parent
        session: root.session
        place: root.place
        clear: root.clear
        alone: root.blend === 1
        opacity: root.front === first ? root.shade : 1
    }
    AttractArt {
        id: second

        anchors.fill: parent
        session: root.session
        place: root.place
        clear: root.clear
        alone: root.blend === 1
        opacity: root.front === second ? root.shade : 1
    }
}
