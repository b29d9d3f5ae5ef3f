pragma ComponentBehavior: Bound
import QtQuick

// The diamond with the bundle's name. Holding it for five seconds is the way of the staff: it fills
// row by row from the second one on, then `held` is sent. A short touch does nothing.
Item {
    id: root

    property string text
    property bool holdable: true
    property int holdMs: 5000
    readonly property bool holding: hand.pressed && hand.point.pressPosition.x >= 0
    property real filled: 0
    readonly property int side: Math.round(34 * Theme.u)

    signal held

    implicitWidth: row.width
    implicitHeight: Math.max(row.height, side)

    onHoldingChanged: {
        filled = 0;
        fill.running = holding && holdable;
    }

    SequentialAnimation {
        id: fill

        PauseAnimation {
            duration: root.holdMs / 5
        }
        NumberAnimation {
            target: root
            property: "filled"
            to: 1
            duration: root.holdMs * 4 / 5
        }
        onFinished: root.held()
    }

    TapHandler {
        id: hand

        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.WithinBounds
        margin: 32 * Theme.u
        longPressThreshold: 0
    }

    Row {
        id: row

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18 * Theme.u

        Item {
            anchors.verticalCenter: parent.verticalCenter
            width: root.side
            height: root.side

            Image {
                anchors.fill: parent
                source: !Theme.settled ? "" : "image://weave/mark?height=" + root.side + "&accent=" + Theme.hex(Theme.amber)
            }
            Item {
                width: root.side
                height: Math.ceil(root.filled * 9) / 9 * root.side
                clip: true
                visible: root.filled > 0

                Image {
                    source: "image://weave/markfull?height=" + root.side + "&accent=" + Theme.hex(Theme.amber)
                }
            }
        }
        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            role: "nav"
            text: root.text
            font.pixelSize: Math.round(28 * Theme.t)
            visible: root.text !== ""
        }
    }
}
