"""The geometry of a timeline for QML: years as nodes on a waving thread, long gaps folded."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import chartmath
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output, qt_points


class TimelineGeometry(Geometry):
    """Years on a thread: nodes, folded gaps and the waving line itself.

    `node` is the room of one node, `fold` that of a folded gap's sign, `inset` the room before the
    first and after the last node, `reach` how far the line runs on beyond both sides. `total` is
    the length that is needed: it exceeds the width when there are too many years for it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._years: list[int] = []
        self._node = 0.0
        self._fold = 0.0
        self._inset = 0.0
        self._reach = 0.0

    years = geometry_input("years", "QVariantList", changed)
    width = geometry_input("width", float, changed)
    node = geometry_input("node", float, changed)
    fold = geometry_input("fold", float, changed)
    inset = geometry_input("inset", float, changed)
    reach = geometry_input("reach", float, changed)
    u = geometry_input("u", float, changed)

    total = geometry_output("total", float, changed)
    nodes = geometry_output("nodes", "QVariantList", changed)
    gaps = geometry_output("gaps", "QVariantList", changed)
    gapYears = geometry_output("gapYears", "QVariantList", changed)
    line = geometry_output("line", "QVariantList", changed)
    shares = geometry_output("shares", "QVariantList", changed)

    def compute(self) -> dict[str, Any]:
        """Nodes, folded gaps (their middles and years) and the line with each node's share."""
        years = [int(year) for year in self._years]
        if not years or self._width <= 0:
            return {}
        room = self._width - 2 * self._inset
        across, folded = chartmath.fold_time(years, room, self._node, self._fold)
        nodes = [(self._inset + x, self._wave(self._inset + x)) for x in across]
        total = max(self._width, nodes[-1][0] + self._inset)
        hidden = [i for i, fold in enumerate(folded) if fold]
        middles = [(nodes[i][0] + nodes[i + 1][0]) / 2 for i in hidden]
        line = chartmath.wave(-self._reach, total + self._reach, self._wave, 8 * self._u)
        length = total + 2 * self._reach
        return {
            "total": total,
            "nodes": qt_points(nodes),
            "gaps": qt_points([(x, self._wave(x)) for x in middles]),
            "gapYears": [years[i + 1] - years[i] for i in hidden],
            "line": qt_points(line),
            "shares": [(x + self._reach) / max(length, 1.0) for x, _ in nodes],
        }

    def _wave(self, x: float) -> float:
        """A calm wave around y = 0."""
        return 7 * self._u * math.sin(x / (92 * self._u))
