"""The thread on its way from one shape to another: two lines in, the line between them out.

Both lines become the same number of points at equal distances, and each point goes straight to its
partner. A line that runs the other way round is turned, so that the thread does not cross itself.
Knows nothing about time: `share` is how far the way has been gone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QPolygonF

from kiosk.bridge.late import LateHelper, late_input, late_output
from kiosk.bridge.threadpath import Point, length, resample

COUNT = 64


def evenly(line: Sequence[Point], count: int = COUNT) -> list[Point]:
    """Exactly `count` points at equal distances along a polyline; none for an empty one."""
    if not line:
        return []
    whole = length(line)
    if whole <= 0:
        return [line[0]] * count
    placed = resample(line, whole / (count - 1))[: count - 1]
    return [*placed, *[line[-1]] * (count - len(placed))]


def aligned(line: list[Point], other: list[Point]) -> list[Point]:
    """The line, turned round if its points then have a shorter way to those of the other."""
    return line[::-1] if _way(line[::-1], other) < _way(line, other) else line


def _way(line: list[Point], other: list[Point]) -> float:
    return sum(math.dist(a, b) for a, b in zip(line, other, strict=False))


def between(line: Sequence[Point], other: Sequence[Point], share: float) -> list[Point]:
    """Each point on its straight way to its partner."""
    return [
        (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        for a, b in zip(line, other, strict=False)
    ]


class ThreadMorph(LateHelper):
    """`begin` and `aim` (or `leave`), then `share` from 0 to 1; `line` out.

    A line comes with three points that say where its item lies on the screen: its origin, and one
    px along each of its sides. Without an aim the line stays where it began.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: list[Point] = []
        self._target: list[Point] = []
        self._share = 0.0
        self._aimed: list[Point] = []

    @Slot(QPolygonF, "QVariantList", QPointF, QPointF, QPointF)
    def begin(
        self, line: QPolygonF, onward: list[QPointF], at: QPointF, side: QPointF, down: QPointF
    ) -> None:
        """Stand where a thread stands; `onward` is where it would go in one piece."""
        self._source, self._target = evenly(placed([*line.toList(), *onward], at, side, down)), []
        self._aimed = []
        self.changed.emit()

    @Slot(QPolygonF, "QVariantList", QPointF, QPointF, QPointF)
    def aim(
        self, line: QPolygonF, onward: list[QPointF], at: QPointF, side: QPointF, down: QPointF
    ) -> None:
        """Become another thread; that it is where it was said to be costs nothing."""
        aimed = placed([*line.toList(), *onward], at, side, down)
        if aimed != self._aimed:
            self._go_to(evenly(aimed))
            self._aimed = aimed

    @Slot(float, float)
    def leave(self, start: float, end: float) -> None:
        """Become a straight line between two x, at the height of the middle."""
        if self._source:
            y = sum(y for _, y in self._source) / len(self._source)
            self._go_to(evenly([(start, y), (end, y)]))

    @Slot()
    def stay(self) -> None:
        """Begin anew from the shape of this moment, without an aim."""
        self._source, self._target, self._share = self._points(), [], 0.0
        self._aimed = []
        self.changed.emit()

    def _go_to(self, points: list[Point]) -> None:
        self._target, self._aimed = aligned(points, self._source), []
        self.changed.emit()

    def _points(self) -> list[Point]:
        if not self._target or self._share <= 0:
            return self._source
        return between(self._source, self._target, self._share)

    def _line(self) -> QPolygonF:
        return QPolygonF([QPointF(x, y) for x, y in self._points()])

    share = late_input(float, "_share", changed)
    line = late_output(QPolygonF, _line, changed)


def placed(line: list[QPointF], at: QPointF, side: QPointF, down: QPointF) -> list[Point]:
    """Points of an item's line on the screen."""
    left, top = at.x(), at.y()
    across, up = side.x() - left, side.y() - top
    aside, along = down.x() - left, down.y() - top
    spots = [(spot.x(), spot.y()) for spot in line]
    return [(left + across * x + aside * y, top + up * x + along * y) for x, y in spots]
