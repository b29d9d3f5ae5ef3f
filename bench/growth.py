"""Whether something grows that also comes and goes: memory at rest over many page changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
"""How much was done before, and what there was then."""
LOWS = 8


def lows(points: Sequence[Point]) -> list[Point]:
    """The lowest of each eighth of the points.

    Letters that Qt keeps for a while after their fonts were last used come and go by 2 MB within
    ten minutes, a screen's picture on the graphics card by 8; nothing that is lost goes again.
    """
    count = min(LOWS, len(points))
    ends = [number * len(points) // count for number in range(count + 1)]
    return [min(points[start:end], key=lambda point: point[1]) for start, end in pairwise(ends)]


def slope_of(points: Sequence[Point], step: float = 0.0) -> tuple[float, float]:
    """The slope of a line through these points, by least squares, and its standard error.

    `step` is by how much what is measured may go up or down for good, once, without that it grows:
    in the middle of the points that alone tilts the line by one and a half of it per their span.
    """
    n = len(points)
    mean_x = sum(x for x, _ in points) / n
    mean_y = sum(y for _, y in points) / n
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
    rest = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in points)
    tilt = 1.5 * step / (points[-1][0] - points[0][0])
    return slope, (rest / (n - 2) / spread + tilt**2) ** 0.5
