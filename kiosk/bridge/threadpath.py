"""The amber thread as geometry: a smooth line through points, and the beads on it.

`ThreadPath` gives QML two lists of points, computed here because a line of 2000 px has some 170
beads and QML must not keep an item for each: `line` is the core and the halo (an open polyline),
`beads` is one SVG path of all discs. `progress` draws the thread in from its start. Knows nothing
about colours, theme or content.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPolygonF

from kiosk.bridge.late import LateHelper, late_input, late_output

Point = tuple[float, float]
STEPS = 24
SPREAD = 0.25
ROUNDING = 1e-3


def spline(points: Sequence[Point], steps: int = STEPS) -> list[Point]:
    """A Catmull-Rom curve through the points, `steps` pieces between two of them."""
    if len(points) < 3:
        return list(points)
    curve: list[Point] = []
    for i in range(len(points) - 1):
        p0, p1 = points[max(i - 1, 0)], points[i]
        p2, p3 = points[i + 1], points[min(i + 2, len(points) - 1)]
        curve += [_between(p0, p1, p2, p3, k / steps) for k in range(steps)]
    curve.append(points[-1])
    return curve


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def axis(a: float, b: float, c: float, d: float) -> float:
        linear, square = c - a, 2 * a - 5 * b + 4 * c - d
        return 0.5 * (2 * b + t * (linear + t * (square + t * (3 * b - a - 3 * c + d))))

    return axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])


def length(line: Sequence[Point]) -> float:
    """Length of a polyline."""
    return sum(math.dist(a, b) for a, b in pairwise(line))


def cut(line: Sequence[Point], wanted: float) -> list[Point]:
    """The first `wanted` px of a polyline."""
    kept, done = [line[0]], 0.0
    for a, b in pairwise(line):
        step = math.dist(a, b)
        if done + step >= wanted:
            part = (wanted - done) / step if step else 0.0
            kept.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
            return kept
        kept.append(b)
        done += step
    return kept


def resample(line: Sequence[Point], spacing: float) -> list[Point]:
    """Points at equal distances along a polyline, the first one at its start."""
    if not line or spacing <= 0:
        return []
    placed, next_at, done = [line[0]], spacing, 0.0
    for a, b in pairwise(line):
        step = math.dist(a, b)
        while step and next_at <= done + step + ROUNDING:
            part = min(1.0, (next_at - done) / step)
            placed.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
            next_at += spacing
        done += step
    return placed


def sizes(count: int, radius: float, spread: float, seed: int) -> list[float]:
    """Radii of beads that vary by `spread`, always in the same way."""
    dice = random.Random(seed)  # noqa: S311 - a look, not a secret
    return [radius * dice.uniform(1 - spread, 1 + spread) for _bead in range(count)]


def discs(centres: Sequence[Point], radius: float, spread: float, seed: int) -> str:
    """An SVG path of one disc per centre."""
    parts = []
    for (x, y), r in zip(centres, sizes(len(centres), radius, spread, seed), strict=True):
        parts.append(
            f"M{x - r:.2f},{y:.2f}a{r:.2f},{r:.2f} 0 1 0 {2 * r:.2f},0"
            f"a{r:.2f},{r:.2f} 0 1 0 {-2 * r:.2f},0z"
        )
    return "".join(parts)


class ThreadPath(LateHelper):
    """`points` in; `line`, `beads` and `tip` out. Lengths in px, `progress` 0 to 1.

    `whole` is the line as it will be, whatever the progress, and `bounds` what it covers;
    `asked` is the same line for the painter of threads that stay as they are.

    `smooth: false` keeps the corners of the points (a line straight down a selvedge).
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[Point] = []
        self._smooth = True
        self._spacing = 12.0
        self._radius = 2.7
        self._spread = SPREAD
        self._seed = 3
        self._progress = 1.0
        self._curve: tuple[list[Point], bool, list[Point]] | None = None
        self._drawn: list[Point] | None = None

    def refresh(self) -> None:
        self._drawn = None

    def _whole(self) -> list[Point]:
        """The curve through the points; kept while only `progress` moves."""
        known = self._curve
        if known is None or known[0] is not self._points or known[1] != self._smooth:
            curve = spline(self._points) if self._smooth else self._points
            self._curve = known = (self._points, self._smooth, curve)
        return known[2]

    def _line(self) -> list[Point]:
        """The drawn part of the curve."""
        if not self.complete or len(self._points) < 2 or self._progress <= 0:
            return []
        if self._drawn is None:
            whole = self._whole()
            self._drawn = (
                cut(whole, length(whole) * self._progress) if self._progress < 1 else whole
            )
        return self._drawn

    def _polyline(self) -> QPolygonF:
        return QPolygonF([QPointF(x, y) for x, y in self._line()])

    def _whole_polyline(self) -> QPolygonF:
        return QPolygonF([QPointF(x, y) for x, y in self._whole()] if self.complete else [])

    def _beads(self) -> str:
        return discs(resample(self._line(), self._spacing), self._radius, self._spread, self._seed)

    def _bounds(self) -> QRectF:
        """What the bare line covers, in whole px."""
        line = self._whole() if self.complete else []
        return QRectF(QPolygonF([QPointF(x, y) for x, y in line]).boundingRect().toAlignedRect())

    def _asked(self) -> str:
        """All that a painter needs to know of the line; see `kiosk.bridge.threadpaint`."""
        points = ";".join(f"{x:.2f},{y:.2f}" for x, y in self._points)
        beads = f"spacing={self._spacing}&radius={self._radius}&spread={self._spread}"
        drawn = f"smooth={int(self._smooth)}&progress={self._progress}"
        return f"points={points}&{drawn}&{beads}&seed={self._seed}"

    def _tip(self) -> QPointF:
        line = self._line()
        return QPointF(*line[-1]) if line else QPointF()

    points = late_input(list, "_points", changed, lambda given: [(p.x(), p.y()) for p in given])
    smooth = late_input(bool, "_smooth", changed)
    spacing = late_input(float, "_spacing", changed)
    radius = late_input(float, "_radius", changed)
    spread = late_input(float, "_spread", changed)
    seed = late_input(int, "_seed", changed)
    progress = late_input(float, "_progress", changed)
    line = late_output(QPolygonF, _polyline, changed)
    whole = late_output(QPolygonF, _whole_polyline, changed)
    beads = late_output(str, _beads, changed)
    tip = late_output(QPointF, _tip, changed)
    bounds = late_output(QRectF, _bounds, changed)
    asked = late_output(str, _asked, changed)
