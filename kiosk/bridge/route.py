"""A route on a map for QML: where line, towns and names are drawn.

The maths is in `routemath`; here is the traffic with QML. Lengths are px.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.bridge import routemath
from kiosk.bridge.atlas import Bounds
from kiosk.bridge.chartmath import Box
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output, qt_points
from kiosk.bridge.routemath import Label, Point, Polyline, Projection
from kiosk.bridge.threadpath import spline

SMOOTHING = 10
"""Pieces of the line between two places."""


class RouteGeometry(Geometry):
    """`places` (longitude, latitude) in; the line in px and everything on it out.

    `stops` are the indices of the places that are towns, `region` (x west, y south, width and
    height in degrees) is what must lie inside `frame`. `names` and `capitals` belong to the
    towns, `pinNames` to `pins`, places beside the route.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Any] = []
        self._stops: list[int] = []
        self._region = QRectF()
        self._frame = QRectF()
        self._names: list[str] = []
        self._capitals: list[bool] = []
        self._pins: list[Any] = []
        self._pinNames: list[str] = []
        self._capitalFont = QFont()

    places = geometry_input("places", "QVariantList", changed)
    stops = geometry_input("stops", "QVariantList", changed)
    region = geometry_input("region", QRectF, changed)
    frame = geometry_input("frame", QRectF, changed)
    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)
    u = geometry_input("u", float, changed)
    names = geometry_input("names", "QStringList", changed)
    capitals = geometry_input("capitals", "QVariantList", changed)
    pins = geometry_input("pins", "QVariantList", changed)
    pinNames = geometry_input("pinNames", "QStringList", changed)
    font = geometry_input("font", QFont, changed)
    capitalFont = geometry_input("capitalFont", QFont, changed)

    middle = geometry_output("middle", "QVariantList", changed)
    scale = geometry_output("scale", float, changed)
    line = geometry_output("line", "QVariantList", changed)
    shares = geometry_output("shares", "QVariantList", changed)
    nodes = geometry_output("nodes", "QVariantList", changed)
    pinNodes = geometry_output("pinNodes", "QVariantList", changed)
    shownNames = geometry_output("shownNames", "QVariantList", changed)
    nameSpots = geometry_output("nameSpots", "QVariantList", changed)
    crowdedNames = geometry_output("crowdedNames", "QVariantList", changed)
    shownPins = geometry_output("shownPins", "QVariantList", changed)
    pinSpots = geometry_output("pinSpots", "QVariantList", changed)
    clearings = geometry_output("clearings", "QVariantList", changed)

    def compute(self) -> dict[str, Any]:
        """Projection, line, towns and the names that have room."""
        if len(self._places) < 2 or min(self._frame.width(), self._frame.height()) <= 0:
            return {}
        projection = self._projection()
        places = [projection.point((place.x(), place.y())) for place in self._places]
        line = Polyline(spline(places, SMOOTHING))
        # A spline of two points has no pieces
        pieces = SMOOTHING if len(places) > 2 else 1
        stops = [int(stop) for stop in self._stops]
        nodes = [places[stop] for stop in stops]
        pins = [projection.point((pin.x(), pin.y())) for pin in self._pins]
        at = projection.place((self._width / 2, self._height / 2))
        return {
            "middle": qt_points([at]),
            "scale": projection.scale,
            "line": qt_points(line.points),
            "shares": [line.ways[stop * pieces] / max(line.length, 1e-9) for stop in stops],
            "nodes": qt_points(nodes),
            "pinNodes": qt_points(pins),
            **self._label(line, nodes, pins),
        }

    def _projection(self) -> Projection:
        region, frame = self._region, self._frame
        south, north = region.top(), region.top() + region.height()
        given = Bounds(region.left(), south, region.left() + region.width(), north)
        bounds = routemath.holding(given, [(place.x(), place.y()) for place in self._places])
        return routemath.fitting(
            bounds, Box(frame.left(), frame.top(), frame.width(), frame.height())
        )

    def _label(self, line: Polyline, nodes: list[Point], pins: list[Point]) -> dict[str, Any]:
        """Capitals and both ends first, then pins, then the other towns from the start on."""
        last = len(nodes) - 1
        labels: list[Label] = []
        for i, (name, node) in enumerate(zip(self._names, nodes, strict=False)):
            capital = bool(self._capitals[i])
            labels.append(self._town_label(name, node, large=capital, needed=i in (0, last)))
        count = len(labels)
        for name, pin in zip(self._pinNames, pins, strict=False):
            labels.append(self._town_label(name, pin, large=False, needed=False))
        every = range(len(labels))
        order = sorted(every, key=lambda i: (not labels[i].needed, i < count, i))
        edge = 8 * self._u
        frame = Box(edge, edge, self._width - 2 * edge, self._height - 2 * edge)
        taken = self._taken(line, nodes, pins)
        # What the map leaves out around a name reaches beyond its letters
        chosen = routemath.place_labels(labels, order, taken, frame, 10 * self._u)
        empty = Box(0, 0, 0, 0)
        spots = qt_points([(box.x, box.y) for box in (chosen.get(i, empty) for i in every)])
        return {
            "shownNames": [i in chosen for i in every[:count]],
            "nameSpots": spots[:count],
            "crowdedNames": [
                i in chosen and any(chosen[i].meets(box) for box in taken) for i in every[:count]
            ],
            "shownPins": [i in chosen for i in every[count:]],
            "pinSpots": spots[count:],
            "clearings": [self._clearing(box) for box in chosen.values()],
        }

    def _clearing(self, name: Box) -> QRectF:
        """Where the map shows nothing; a border that only touches a name would be in it."""
        air = 3 * self._u
        return QRectF(name.x, name.y, name.width, name.height).adjusted(-air, -air, air, air)

    def _town_label(self, name: str, node: Point, *, large: bool, needed: bool) -> Label:
        metrics = QFontMetricsF(self._capitalFont if large else self._font)
        lines = name.split("\n")
        width = max(metrics.horizontalAdvance(line) for line in lines)
        away = (42 if large else 30) * self._u
        return Label(node, width, metrics.height() * len(lines), away, needed or large)

    def _taken(self, line: Polyline, nodes: list[Point], pins: list[Point]) -> list[Box]:
        """What names keep away from: the line and the dots."""
        near, dot = 7 * self._u, 13 * self._u
        steps = int(line.length / (14 * self._u)) + 1
        points = [line.at(line.length * i / steps) for i in range(steps + 1)]
        boxes = [Box(x - near, y - near, 2 * near, 2 * near) for x, y in points]
        return boxes + [Box(x - dot, y - dot, 2 * dot, 2 * dot) for x, y in (*nodes, *pins)]
