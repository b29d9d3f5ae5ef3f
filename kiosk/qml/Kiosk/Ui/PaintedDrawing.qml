pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A small drawing without a GPU: painted once, off the thread that draws, and asked for by a later
// call as the painted words are. The air holds what strokes reach out of the box.
Image {
    id: root

    required property TileDrawing drawing
    readonly property list<string> layers: ["faint", "area", "soft", "line", "dot", "thread", "light", "amber", "paper", "ring"]
    property string asked
    readonly property bool ready: status === Image.Ready && asked === address
    readonly property int air: Math.ceil(drawing.line)
    readonly property real ratio: Screen.devicePixelRatio
    readonly property string address: "image://drawing/?" + shapes + place + look
    readonly property string shapes: layers.filter(name => drawing.path(name) !== "").map(name => `${name}-path=${encodeURIComponent(drawing.path(name))}&`).join("")
    readonly property string place: `x=${drawing.boxX + air}&y=${drawing.boxY + air}&width=${width}&height=${height}&ratio=${ratio}&unit=${drawing.unit}&line=${drawing.line}`
    readonly property string look: `&ink=${Theme.hex(drawing.ink)}&amber=${Theme.hex(Theme.amber)}&bright=${Theme.hex(Theme.amberHigh)}&text=${Theme.hex(Theme.text)}&ground=${Theme.hex(Theme.surface)}&solid=${Theme.contrast ? 1 : 0}`

    x: -air
    y: -air
    width: Math.ceil(drawing.width) + 2 * air
    height: Math.ceil(drawing.height) + 2 * air
    onAddressChanged: Qt.callLater(ask)
    source: asked
    // Where nothing moves nothing waits for it, and it is there with its screen
    asynchronous: !Theme.lessMotion
    Accessible.ignored: true

    function ask(): void {
        asked = address;
    }
}
