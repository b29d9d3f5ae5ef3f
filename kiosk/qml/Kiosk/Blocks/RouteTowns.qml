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

    // By the light from the start, or by a second one from the far end
    function reached(index: int): bool {
        const share = geometry.shares[index] ?? 0;
        return share <= light.head + 1e-6 || light.tail < 1 && share >= light.tail - 1e-6;
    }

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

    // Names above all dots: a later town hides no earlier name
    Repeater {
        model: root.block.towns

        RouteDot {
            required property RouteTown modelData
            required property int index

            node: root.geometry.nodes[index] ?? Qt.point(0, 0)
            capital: modelData.capital
            lit: root.reached(index)
            current: index === root.town
            spoken: root.spoken[index] ?? ""
            onPressed: root.townRequested(index)
        }
    }

    Repeater {
        model: root.block.towns

        RouteTownName {
            required property RouteTown modelData
            required property int index

            spot: root.geometry.nameSpots[index] ?? Qt.point(0, 0)
            visible: root.geometry.shownNames[index] ?? false
            crowded: root.geometry.crowdedNames[index] ?? false
            text: modelData.name
            capital: modelData.capital
            lit: root.reached(index)
            covered: root.light.held ? root.light.tip : Qt.point(-1000, -1000)
            moving: root.moving
        }
    }
}
