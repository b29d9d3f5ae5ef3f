"""Borders as a net of shared lines (TopoJSON): read, join countries, simplify, thin out.

Neighbours share their common line, so a simplified border never gapes. Lines are lists of
(longitude, latitude) in degrees; a ring is a list of numbers of lines, `~n` for line n backwards.
No Qt, no disk.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise
from typing import Any

Point = tuple[float, float]
Line = list[Point]
Ring = list[int]
Tolerance = Callable[[Point], float]


def lines_of(topology: dict[str, Any]) -> list[Line]:
    """The lines in degrees: in the file they are whole steps, each from the point before."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines: list[Line] = []
    for arc in topology["arcs"]:
        across = accumulate(step[0] for step in arc)
        up = accumulate(step[1] for step in arc)
        lines.append([(x * wide + left, y * high + low) for x, y in zip(across, up, strict=True)])
    return lines


def rings_of(geometry: dict[str, Any]) -> list[Ring]:
    """All rings of a country; holes need no mark, shapes are filled by the even-odd rule."""
    arcs = geometry["arcs"]
    polygons = arcs if geometry["type"] == "MultiPolygon" else [arcs]
    return [ring for polygon in polygons for ring in polygon]


def merged(rings: Iterable[Ring], lines: list[Line]) -> list[Ring]:
    """The outline of shapes that belong together: a line that two of them share disappears."""
    used = [arc for ring in rings for arc in ring]
    count = Counter(max(arc, ~arc) for arc in used)
    left = [arc for arc in used if count[max(arc, ~arc)] == 1]
    starts: dict[Point, list[int]] = {}
    for arc in left:
        starts.setdefault(ends(arc, lines)[0], []).append(arc)
    found: list[Ring] = []
    for first, waiting in starts.items():
        while waiting:
            ring = [waiting.pop()]
            while (end := ends(ring[-1], lines)[1]) != first:
                ring.append(starts[end].pop())
            found.append(ring)
    return found


def ends(arc: int, lines: list[Line]) -> tuple[Point, Point]:
    """First and last point of a line in the direction in which a ring walks it."""
    line = lines[max(arc, ~arc)]
    return (line[0], line[-1]) if arc >= 0 else (line[-1], line[0])


def walked(ring: Ring, lines: list[Line]) -> Line:
    """The points of a ring, the first one again at the end."""
    points: Line = []
    for arc in ring:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        points += line[1 if points else 0 :]
    return points


def simplified(line: Line, tolerance: Tolerance) -> Line:
    """Douglas-Peucker with a tolerance in degrees that may differ from place to place."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, worst = 0, 1.0
        for index in range(first + 1, last):
            excess = _apart(line[index], line[first], line[last]) / tolerance(line[index])
            if excess > worst:
                far, worst = index, excess
        if far:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [line[index] for index in sorted(keep)]


def _apart(point: Point, start: Point, end: Point) -> float:
    """Distance to a stretch in degrees of latitude: one of longitude is shorter to the north."""
    wide = math.cos(math.radians(point[1]))
    px, py = (point[0] - start[0]) * wide, point[1] - start[1]
    ex, ey = (end[0] - start[0]) * wide, end[1] - start[1]
    length = ex * ex + ey * ey
    share = min(1.0, max(0.0, (px * ex + py * ey) / length)) if length else 0.0
    return math.hypot(px - share * ex, py - share * ey)


def area(points: Line) -> float:
    """Area of a ring in square degrees of latitude."""
    wide = math.cos(math.radians(points[0][1]))
    pairs = pairwise(points)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) * wide / 2
