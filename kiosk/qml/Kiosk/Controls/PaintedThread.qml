pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// A thread without a GPU that stays as it is: painted once, off the thread that draws, and asked for
// by a later call as the painted words are.
Image {
    id: root

    required property Thread thread
    required property ThreadPath geometry
    property string asked
    readonly property string address: "image://thread/?" + geometry.asked + place + look
    readonly property bool ready: status === Image.Ready && asked === address
    readonly property real air: Math.ceil(Math.max(thread.beadRadius * 1.5, thread.strokeWidth * (thread.halo > 0 ? 6 : 1)))
    readonly property real ratio: Screen.devicePixelRatio
    readonly property string place: `&x=${x}&y=${y}&width=${width}&height=${height}&ratio=${ratio}`
    readonly property string look: `&stroke=${thread.strokeWidth}&halo=${thread.halo}&strength=${thread.strength}&ink=${Theme.hex(thread.color)}&bead=${Theme.hex(thread.beadColor)}`

    x: geometry.bounds.x - air
    y: geometry.bounds.y - air
    width: geometry.bounds.width + 2 * air
    height: geometry.bounds.height + 2 * air
    onAddressChanged: Qt.callLater(ask)
    source: asked
    asynchronous: true
    Accessible.ignored: true

    function ask(): void {
        asked = address;
    }
}
