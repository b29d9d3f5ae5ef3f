pragma ComponentBehavior: Bound
import QtQuick

// Whatever one touches. It answers on press, acts on release inside the target plus 24u, forgets the
// press when the finger slides off, and takes a second tap within `pauseMs` for a slip of the hand.
// `held` shows a press that is made elsewhere. Set `Accessible.name`; react to `tapped`.
Item {
    id: root

    property real radius: 0
    property color pressColor: Theme.text
    property int pauseMs: 350
    property bool held: false
    readonly property bool pressed: enabled && (tap.pressed || keyHeld || held)
    readonly property bool ringed: activeFocus && Theme.focusVisible
    property bool keyHeld: false
    property double lastTap: 0

    signal tapped
    signal fingerDown(at: point)
    signal fingerLost

    function activate(): void {
        const now = Date.now();
        if (!enabled || Math.abs(now - lastTap) < pauseMs)
            return;
        lastTap = now;
        tapped();
    }

    activeFocusOnTab: enabled
    scale: pressed && !Theme.lessMotion ? 0.985 : 1
    Accessible.role: Accessible.Button
    Accessible.focusable: true
    Accessible.onPressAction: activate()
    Keys.onPressed: event => {
        Theme.focusVisible = true;
        if (event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            keyHeld = true;
            event.accepted = true;
        }
    }
    Keys.onReleased: event => {
        if (!event.isAutoRepeat && keyHeld) {
            keyHeld = false;
            event.accepted = true;
            activate();
        }
    }
    onActiveFocusChanged: keyHeld = false

    Behavior on scale {
        NumberAnimation {
            duration: root.pressed ? 80 : 220
            easing.type: root.pressed ? Easing.OutQuad : Easing.OutBack
        }
    }

    TapHandler {
        id: tap

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 0
        // A press beside a target counts only where that is small: it would be its neighbour's
        margin: pressed || Math.min(root.width, root.height) < 88 * Theme.u ? 24 * Theme.u : 0
        onPressedChanged: if (pressed) {
            Theme.focusVisible = false;
            root.fingerDown(point.position);
        }
        onTapped: root.activate()
        onCanceled: root.fingerLost()
    }

    Rectangle {
        anchors.fill: parent
        z: 1
        radius: root.radius
        color: root.pressColor
        opacity: Theme.contrast ? 0.25 : 0.08
        visible: root.pressed
    }

    Loader {
        anchors.fill: parent
        z: 2
        active: root.ringed
        sourceComponent: FocusRing {
            radius: root.radius
        }
    }
}
