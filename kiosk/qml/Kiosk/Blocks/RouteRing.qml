pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Where the light waits for a finger: two rings around its end, or a `slim` one where names are near.
// At the start it breathes for a while; a finger that comes down elsewhere makes it answer.
Item {
    id: root

    required property point tip
    required property bool held
    property bool breathes: false
    property bool slim: false

    property real inner: (held ? 64 : slim ? 20 : 26) * Theme.u
    readonly property bool breathing: breathes && visible && !Theme.software && !Theme.lessMotion

    function call(): void {
        if (!Theme.lessMotion)
            answer.restart();
    }

    x: tip.x
    y: tip.y
    onBreathingChanged: if (!breathing)
        outer.scale = 1

    Behavior on inner {
        enabled: !Theme.lessMotion

        NumberAnimation {
            duration: 220
            easing.type: Easing.OutQuint
        }
    }

    SequentialAnimation {
        running: root.breathing
        loops: 4

        NumberAnimation {
            target: outer
            property: "scale"
            to: 1.12
            duration: 1200
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: outer
            property: "scale"
            to: 1
            duration: 1200
            easing.type: Easing.InOutSine
        }
    }
    SequentialAnimation {
        id: answer

        NumberAnimation {
            target: root
            property: "scale"
            to: 1.3
            duration: 140
            easing.type: Easing.OutQuad
        }
        NumberAnimation {
            target: root
            property: "scale"
            to: 1
            duration: 320
            easing.type: Easing.OutBack
        }
    }

    component Circle: Rectangle {
        required property real reach

        x: -reach
        y: -reach
        width: 2 * reach
        height: width
        radius: reach
        color: "transparent"
        border.color: Theme.amberHigh
    }

    LightHalo {
        radius: Math.max(2.4 * root.inner, 116 * Theme.u)
        x: -radius
        y: -radius
    }
    Circle {
        id: outer

        reach: 1.42 * root.inner
        border.width: Theme.hairline
        visible: root.held || !root.slim
        opacity: Theme.contrast ? 1 : 0.6
    }
    Circle {
        reach: root.inner
        border.width: Math.round(3 * Theme.u)
    }
    Circle {
        reach: 9 * Theme.u
        color: Theme.dark ? "#ffffff" : Theme.amber
        border.width: 0
    }
}
