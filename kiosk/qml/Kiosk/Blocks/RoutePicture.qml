pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The map below a route, painted once per size and look beside the running program.
Image {
    id: root

    // The place in the middle and px per degree of latitude
    required property point middle
    required property real degree
    required property list<point> places
    // Where names stand
    required property list<rect> clearings

    readonly property real ratio: Screen.devicePixelRatio
    readonly property bool ready: status === Image.Ready || status === Image.Error
    readonly property string where: "lon=" + middle.x.toFixed(5) + "&lat=" + middle.y.toFixed(5) + "&scale=" + (degree * ratio).toFixed(3) + "&width=" + Math.round(width * ratio) + "&height=" + Math.round(height * ratio)
    readonly property string dye: "&land=" + Theme.hex(Theme.mapLand) + "&border=" + Theme.hex(Theme.mapBorder) + "&ground=" + Theme.hex(Theme.background) + "&sea=" + Theme.hex(Theme.line) + "&flat=" + (Theme.contrast ? 1 : 0)
    readonly property string clear: clearings.map(room => [room.x, room.y, room.width, room.height].map(part => (part * ratio).toFixed(1)).join(",")).join(";")
    readonly property string pen: "&u=" + (Theme.u * ratio).toFixed(3) + "&stroke=" + Theme.stroke * ratio
    readonly property real inner: Math.round(260 * Theme.u * ratio)
    readonly property real foot: Math.round(100 * Theme.u * ratio)
    readonly property var fades: Theme.portrait ? [0, foot, 0, foot] : Theme.mirrored ? [0, 0, inner, foot] : [inner, 0, 0, foot]

    source: degree > 0 && width > 0 && height > 0 ? "image://map/?" + where + dye + pen + "&fades=" + fades.join(",") + "&at=" + places.map(place => place.x + "," + place.y).join(";") + "&clear=" + clear : ""
    asynchronous: true
    cache: false
    retainWhileLoading: true
    Accessible.ignored: true
}
