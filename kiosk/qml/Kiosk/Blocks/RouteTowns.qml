pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// The towns of a route with their names, and the places beside it.
Item {
    id: root

    required property RouteBlock block
    required property RouteGeometry geometry
    required property RouteLight light
    required property int town
    required property bool moving
    required property list<string> spoken

    signal townRequested(int town)

    Repeater {
        model: root.block.pins

        RoutePinMark {
            required property RoutePin modelData
            required property int index

            node: root.geometry.pinNodes[index] ?? Qt.point(0, 0)
            spot: root.geometry.pinSpots[index] ?? Qt.point(0, 0)
            named: root.geometry.shownPins[index] ?? false
            name: modelData.name
        }
    }

    Repeater {
        model: root.block.towns

        RouteDot {
            required property RouteTown modelData
            required property int index
            readonly property real share: root.geometry.shares[index] ?? 0

            node: root.geometry.nodes[index] ?? Qt.point(0, 0)
            spot: root.geometry.nameSpots[index] ?? Qt.point(0, 0)
            named: root.geometry.shownNames[index] ?? false
            name: modelData.name
            capital: modelData.capital
            lit: share <= root.light.head + 1e-6 || root.light.tail < 1 && share >= root.light.tail - 1e-6
            current: index === root.town
            covered: root.light.held ? root.light.tip : Qt.point(-1000, -1000)
            spoken: root.spoken[index] ?? ""
            moving: root.moving
            onPressed: root.townRequested(index)
        }
    }
}
