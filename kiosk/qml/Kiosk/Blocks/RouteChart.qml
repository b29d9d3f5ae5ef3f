pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The map with the line on it. One or two fingers pull the light along; keys and the screen reader
// go from town to town. Maps are never mirrored.
Item {
    id: root

    required property RouteBlock block
    required property int town
    required property bool playing
    required property bool still
    required property color markColor
    // Where on the map the route may begin
    property real roomTop: 48 * Theme.u

    readonly property alias counted: light.counted
    readonly property alias moving: light.moving
    readonly property alias finished: light.finished
    readonly property alias ready: picture.ready
    readonly property alias thread: line.thread
    readonly property bool drawn: light.head > 0 || light.tail < 1
    // Names of capitals keep further off
    readonly property point node: geometry.nodes[town] ?? Qt.point(0, 0)
    readonly property bool atCapital: block.towns[town].capital && Math.hypot(node.x - light.tip.x, node.y - light.tip.y) < 2 * Theme.u
    // The side of the text runs out into the ground, the outer one runs off the screen
    readonly property real inner: Theme.portrait ? Theme.margin : 60 * Theme.u
    readonly property rect room: Qt.rect(Theme.mirrored ? Theme.margin : inner, roomTop, width - Theme.margin - inner, height - 36 * Theme.u - roomTop - note.height)

    signal townRequested(int town)
    signal markTapped

    function startAgain(): void {
        light.startAgain();
    }

    function spoken(index: int): string {
        const km = block.towns[index].km;
        return qsTr("%1, %2 km").arg(block.towns[index].name).arg(Theme.number(km, km % 1 === 0 ? block.decimals : Math.max(1, block.decimals)));
    }

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    RouteGeometry {
        id: geometry

        places: [].concat(...root.block.towns.map(town => [...town.via, town.place])).map(place => Qt.point(place.lon, place.lat))
        stops: root.block.towns.map((town, i) => i + root.block.towns.slice(0, i + 1).reduce((sum, one) => sum + one.via.length, 0))
        region: Qt.rect(root.block.region.west, root.block.region.south, root.block.region.east - root.block.region.west, root.block.region.north - root.block.region.south)
        frame: root.room
        width: root.width
        height: root.height
        u: Theme.u
        names: root.block.towns.map(town => town.name)
        capitals: root.block.towns.map(town => town.capital)
        pins: root.block.pins.map(pin => Qt.point(pin.place.lon, pin.place.lat))
        pinNames: root.block.pins.map(pin => pin.name)
        font: townFont.font
        capitalFont: capitalFont.font
    }

    RouteLight {
        id: light

        points: geometry.line
        shares: geometry.shares
        kilometres: root.block.towns.map(town => town.km)
        u: Theme.u
        jumps: root.still || Theme.lessMotion
        town: root.town
        onMissed: ring.call()
        onTownReached: town => {
            if (town !== root.town)
                root.townRequested(town);
        }
    }

    FrameAnimation {
        running: light.moving && root.visible
        onTriggered: light.advance(Math.min(0.1, frameTime))
    }

    RouteName {
        id: townFont

        visible: false
    }
    RouteName {
        id: capitalFont

        capital: true
        visible: false
    }

    RoutePicture {
        id: picture

        anchors.fill: parent
        middle: geometry.middle[0] ?? Qt.point(0, 0)
        degree: geometry.scale
        places: geometry.places
        clearings: geometry.clearings
    }

    RouteLine {
        id: line

        anchors.fill: parent
        points: geometry.line
        head: light.head
        tail: light.tail
        flare: light.finished && root.playing
    }

    RouteRing {
        id: ring

        tip: light.tip
        held: light.held
        breathes: root.playing && !root.drawn
        slim: !root.atCapital
        visible: !light.finished
    }
    RouteRing {
        tip: light.tailTip
        held: light.held
        slim: true
        visible: !light.finished && light.tail < 1
    }

    RouteTowns {
        block: root.block
        geometry: geometry
        light: light
        town: root.town
        moving: root.playing
        spoken: root.block.towns.map((town, i) => root.spoken(i))
        onTownRequested: town => root.townRequested(town)
    }

    RouteKnob {
        tip: light.tip
        name: root.block.towns[root.town].name
        first: root.town === 0
        last: root.town === root.block.towns.length - 1
        onWalked: by => root.townRequested(root.town + by)
    }

    RouteHands {
        anchors.fill: parent
        nodes: geometry.nodes
        onFingerPressed: (finger, x, y) => light.press(finger, x, y)
        onFingerMoved: (finger, x, y) => light.move(finger, x, y)
        onFingerReleased: finger => light.release(finger)
        onTapped: town => root.townRequested(town)
    }

    Rectangle {
        anchors.fill: note
        anchors.margins: -6 * Theme.u
        visible: note.visible
        color: Theme.background
    }

    MarkedText {
        id: note

        role: "label"
        x: Theme.mirrored ? Theme.margin : parent.width - width - Theme.margin
        y: parent.height - height - 8 * Theme.u
        width: Math.min(implicitWidth, 0.62 * parent.width)
        visible: content !== ""
        content: root.block.note
        footnote: root.block.region.sourceMark
        markColor: root.markColor
        onMarkTapped: root.markTapped()
    }
}
