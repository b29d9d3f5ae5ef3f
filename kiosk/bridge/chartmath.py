"""Chart maths as plain functions: curves, ticks, folded time, labels set apart.

Imports nothing of Qt, so that every rule can be tested with numbers. Lengths are pixels of any
scale; y grows downwards and places count from 1 at the top.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

Point = tuple[float, float]

STEPS = (1, 5, 10, 20, 50, 100, 200, 500)


def monotone_curve(points: Sequence[Point], pieces: int = 24) -> list[Point]:
    """A smooth line through points of growing x that never leaves the span of two neighbours.

    Fritsch-Carlson tangents, zero at both ends and at every turn: between two published values the
    curve invents no value beyond them.
    """
    if len(points) < 2:
        return list(points)
    slopes = _tangents(points)
    curve: list[Point] = []
    for i in range(len(points) - 1):
        (x0, y0), (x1, y1) = points[i], points[i + 1]
        width = x1 - x0
        for k in range(pieces):
            t = k / pieces
            a, b = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2
            c, d = t * t * (3 - 2 * t), t * t * (t - 1)
            y = a * y0 + b * width * slopes[i] + c * y1 + d * width * slopes[i + 1]
            curve.append((x0 + width * t, y))
    curve.append(points[-1])
    return curve


def _tangents(points: Sequence[Point]) -> list[float]:
    steps = [(y1 - y0) / max(x1 - x0, 1e-9) for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [
        0.0 if before * after <= 0 else 2 * before * after / (before + after)
        for before, after in pairwise(steps)
    ]
    return [0.0, *inner, 0.0]


def curve_y(curve: Sequence[Point], x: float) -> float:
    """Height of a polyline of growing x, held at both ends."""
    right = bisect_left(curve, x, key=lambda point: point[0])
    if right in (0, len(curve)):
        return curve[min(right, len(curve) - 1)][1]
    (x0, y0), (x1, y1) = curve[right - 1], curve[right]
    return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-9)


def time_positions(names: Sequence[str], width: float, least: float) -> list[float]:
    """Where editions stand on a width: at the distance of their dates, but `least` apart.

    Names that begin with a year or a year and a month are dates. When one does not, or when they
    do not grow, all stand evenly.
    """
    if len(names) < 2:
        return [0.0 for _ in names]
    dates = [_date(name) for name in names]
    known = [date for date in dates if date is not None]
    gaps = [b - a for a, b in pairwise(known)]
    if len(known) < len(names) or min(gaps) <= 0:
        gaps = [1.0 for _ in names[1:]]
    shares = _fill(width, [least for _ in gaps], gaps)
    return [0.0, *accumulate(share * width / max(sum(shares), 1e-9) for share in shares)]


def _date(name: str) -> float | None:
    """The year that a name begins with, and its month if it says one, as a number."""
    found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?!\d)", name)
    return int(found[1]) + (int(found[2]) - 1 if found[2] else 0) / 12 if found else None


def line_step(pitch: float, least: float) -> int:
    """Every how many places a line is drawn so that lines keep `least` apart."""
    return next((step for step in STEPS if step * pitch >= least), STEPS[-1])


def ticks(lowest: int, pitch: float, least: float, height: float) -> list[int]:
    """Places that get a label: 1, round steps at least `least` apart, the lowest.

    A round step gives way where the first or the lowest place is nearer than a label's `height`.
    """
    step = line_step(pitch, least)
    first = [1] if step > 1 else []
    inner = [
        place for place in range(step, lowest, step) if not first or (place - 1) * pitch >= height
    ]
    while inner and (lowest - inner[-1]) * pitch < height:
        inner.pop()
    return [*first, *inner, lowest]


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Move ascending positions as little as possible until they are `pitch` apart in low..high.

    When there is not enough room the pitch shrinks to what is there.
    """
    if not wanted:
        return []
    if len(wanted) > 1:
        pitch = min(pitch, (high - low) / (len(wanted) - 1))
    groups: list[tuple[float, int]] = []
    for i, value in enumerate(wanted):
        mean, count = value - i * pitch, 1
        while groups and groups[-1][0] >= mean:
            other, size = groups.pop()
            mean = (other * size + mean * count) / (size + count)
            count += size
        groups.append((mean, count))
    ceiling = high - (len(wanted) - 1) * pitch
    flat = [min(max(mean, low), ceiling) for mean, count in groups for _ in range(count)]
    return [value + i * pitch for i, value in enumerate(flat)]


def thin_out(spans: Sequence[tuple[float, float]], order: Sequence[int], gap: float) -> list[int]:
    """Indices of the spans that can be shown side by side, the first of `order` served first."""
    kept: list[int] = []
    for i in order:
        start, end = spans[i]
        if all(end + gap <= spans[k][0] or start >= spans[k][1] + gap for k in kept):
            kept.append(i)
    return sorted(kept)


@dataclass(frozen=True)
class Box:
    """A rectangle, for labels that must not overlap."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """True when the two are nearer than `gap`."""
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )


def stitches(curve: Sequence[Point], bottom: float, cell: Point, shades: int) -> list[list[Point]]:
    """Stitches below a curve as upper left corners, sorted into shades by their depth below it.

    Every second stitch of a row is left out and rows are shifted against each other, as in cloth.
    """
    wide, high = cell
    rows: list[list[Point]] = [[] for _ in range(shades)]
    column, x = 0, curve[0][0] + wide / 2
    depth = max(bottom - min(y for _, y in curve), 1.0)
    while x < curve[-1][0] - wide / 4:
        top = max(curve_y(curve, x), curve_y(curve, x + wide / 2)) + high
        row = math.ceil(top / high)
        while row * high < bottom - high / 4:
            if (row + column) % 2 == 0:
                shade = int((row * high - top) / depth * shades * 1.4)
                rows[min(shade, shades - 1)].append((x, row * high))
            row += 1
        x += wide / 2
        column += 1
    return rows


def sewn(shades: Sequence[Sequence[Point]], wide: float, high: float) -> list[str]:
    """An SVG path of stitches of one size for each shade.

    A cloth has thousands of stitches in few rows and columns: each number is written once.
    """
    size = f"h{wide:.1f}v{high:.1f}h{-wide:.1f}z"
    numbers = {number for shade in shades for corner in shade for number in corner}
    written = {number: f"{number:.1f}" for number in numbers}
    return ["".join(f"M{written[x]} {written[y]}{size}" for x, y in shade) for shade in shades]


def folds(years: Sequence[int]) -> list[bool]:
    """Which gaps between neighbouring years are folded: at least 8 and four times the usual one."""
    gaps = [b - a for a, b in pairwise(years)]
    if len(gaps) < 2:
        return [False for _ in gaps]
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    return [gap >= max(8, 4 * usual) for gap in gaps]


def fold_time(
    years: Sequence[int], width: float, node: float, fold: float
) -> tuple[list[float], list[bool]]:
    """Node positions on a line of a width: gaps by their years, folded ones by what they need.

    Nodes stay `node` apart, a folded gap has room for its sign (`fold`) between two nodes. The
    line grows beyond the width when that does not fit; the first position is 0.
    """
    folded = folds(years)
    gaps = [max(b - a, 0) for a, b in pairwise(years)]
    least = [node + fold if hidden else node for hidden in folded]
    usual = max((gap for gap, hidden in zip(gaps, folded, strict=True) if not hidden), default=1)
    weights = [float(usual if hidden else gap) for gap, hidden in zip(gaps, folded, strict=True)]
    shares = _fill(width, least, weights)
    positions = [0.0]
    for share in shares:
        positions.append(positions[-1] + share)
    return positions, folded


def _fill(width: float, least: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Share a width by weights, giving nobody less than its least."""
    fixed = [weight <= 0 for weight in weights]
    while True:
        free = width - sum(low for low, held in zip(least, fixed, strict=True) if held)
        total = sum(weight for weight, held in zip(weights, fixed, strict=True) if not held)
        shares = [
            low if held or free <= 0 else max(free * weight / total, 0.0)
            for low, weight, held in zip(least, weights, fixed, strict=True)
        ]
        short = [i for i, low in enumerate(least) if not fixed[i] and shares[i] < low]
        if not short:
            return _stretch(width, shares) if all(fixed) else shares
        for i in short:
            fixed[i] = True


def _stretch(width: float, shares: list[float]) -> list[float]:
    """Spread what is left over evenly, when every share is at its least."""
    rest = max(width - sum(shares), 0.0) / max(len(shares), 1)
    return [share + rest for share in shares]


def wave(start: float, end: float, height: Callable[[float], float], step: float) -> list[Point]:
    """A line sampled from a function."""
    count = max(int((end - start) / step), 1)
    return [
        (start + (end - start) * i / count, height(start + (end - start) * i / count))
        for i in range(count + 1)
    ]
