"""Where the ends of lines are named beside a chart over time, for QML."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import chartmath
from kiosk.bridge.chartmath import Point
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output


class LineEndsGeometry(Geometry):
    """Where the ends of lines are named beside the plot, and the elbows that lead there.

    `row` is the room from one value to the next, `tail` how far a row reaches below its middle.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[Any] = []
        self._amber = 0
        self._row = 0.0
        self._tail = 0.0

    points = geometry_input("points", "QVariantList", changed)
    amber = geometry_input("amber", int, changed)
    row = geometry_input("row", float, changed)
    tail = geometry_input("tail", float, changed)
    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)
    u = geometry_input("u", float, changed)

    tops = geometry_output("tops", "QVariantList", changed)
    elbows = geometry_output("elbows", str, changed)
    ownElbow = geometry_output("ownElbow", str, changed)

    def compute(self) -> dict[str, Any]:
        """Rows in the order of the series, apart from each other and inside the plot's height."""
        points = [(point.x(), point.y()) for point in self._points]
        if not points or self._height <= 0:
            return {}
        order = sorted(range(len(points)), key=lambda i: (points[i][1], i))
        wanted = [points[i][1] for i in order]
        low = min(0.0, self._height - self._tail)
        apart = chartmath.spread(wanted, self._row, low, max(low, self._height - self._tail))
        tops = [0.0] * len(points)
        for i, top in zip(order, apart, strict=True):
            tops[i] = top
        elbows = [self._elbow(point, top) for point, top in zip(points, tops, strict=True)]
        return {
            "tops": tops,
            "elbows": "".join(path for i, path in enumerate(elbows) if i != self._amber),
            "ownElbow": elbows[self._amber] if self._amber < len(elbows) else "",
        }

    def _elbow(self, point: Point, top: float) -> str:
        """From a line's end to the middle of its value, as a path from the plot's right side."""
        start = point[0] + 22 * self._u - self._width
        bend, end = 14 * self._u, 46 * self._u
        line = f"M{start:.1f} {point[1]:.1f}H{max(bend, start):.1f}"
        return f"{line}L{end:.1f} {top:.1f}H{end + bend:.1f}"
