"""The maths of a route on a map: projection, the nearest point of a line, how far a light may run.

Pure: numbers in, numbers out. Places are (longitude, latitude) in degrees, points are px, the
place of a light is its way along the line in px.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kiosk.bridge.atlas import Bounds
from kiosk.bridge.chartmath import Box

Point = tuple[float, float]

LEAST_DEGREES = 0.01
"""A map shows no less than this, about a kilometre."""


@dataclass(frozen=True)
class Projection:
    """A map whose degrees of longitude are as wide as they are in its middle.

    `middle` is the place at the point `centre`; `scale` is px per degree of latitude. Good for a
    part of the world that is no larger than a continent.
    """

    middle: Point
    centre: Point
    scale: float

    @property
    def widening(self) -> float:
        """Px of a degree of longitude by px of a degree of latitude."""
        return math.cos(math.radians(self.middle[1]))

    def point(self, place: Point) -> Point:
        """Where a place is drawn."""
        across = (place[0] - self.middle[0]) * self.widening * self.scale
        return self.centre[0] + across, self.centre[1] - (place[1] - self.middle[1]) * self.scale

    def place(self, point: Point) -> Point:
        """The place that is drawn at a point."""
        across = (point[0] - self.centre[0]) / (self.widening * self.scale)
        return self.middle[0] + across, self.middle[1] - (point[1] - self.centre[1]) / self.scale


def fitting(bounds: Bounds, frame: Box) -> Projection:
    """The largest projection that shows all of the bounds inside a frame, both in the middle."""
    middle = ((bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2)
    centre = (frame.x + frame.width / 2, frame.y + frame.height / 2)
    wide = max(bounds.east - bounds.west, LEAST_DEGREES) * math.cos(math.radians(middle[1]))
    high = max(bounds.north - bounds.south, LEAST_DEGREES)
    return Projection(middle, centre, min(frame.width / wide, frame.height / high))


def holding(bounds: Bounds, places: Sequence[Point]) -> Bounds:
    """The bounds, made large enough for all places; those of the places where they are upside down.

    The check refuses both. A stand shows the whole way all the same.
    """
    across, up = [x for x, _ in places], [y for _, y in places]
    if bounds.west < bounds.east and bounds.south < bounds.north:
        across += [bounds.west, bounds.east]
        up += [bounds.south, bounds.north]
    return Bounds(min(across), min(up), max(across), max(up))


class Polyline:
    """A line with the way along it. At least two points."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = list(points)
        steps = (math.dist(a, b) for a, b in pairwise(self.points))
        self.ways = list(accumulate(steps, initial=0.0))

    @property
    def length(self) -> float:
        """The whole way in px."""
        return self.ways[-1]

    def at(self, way: float) -> Point:
        """The point after a way; the ends for a way beyond them."""
        if way <= 0:
            return self.points[0]
        if way >= self.length:
            return self.points[-1]
        index = bisect_right(self.ways, way) - 1
        (x1, y1), (x2, y2) = self.points[index], self.points[index + 1]
        step = self.ways[index + 1] - self.ways[index]
        part = (way - self.ways[index]) / step if step else 0.0
        return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part

    def nearest(self, point: Point, reach: float, near: float) -> float | None:
        """The way to the point of the line that is closest to a finger; None beyond the reach.

        Where the line passes the finger more than once, the passage closest to the way `near`
        counts: the light does not jump to another part of the route.
        """
        best: tuple[float, float] | None = None
        passages: list[float] = []
        for index in range(len(self.points) - 1):
            apart, way = self._foot(index, point)
            if apart > reach:
                passages += [best[1]] if best else []
                best = None
            elif best is None or apart < best[0]:
                best = (apart, way)
        passages += [best[1]] if best else []
        return min(passages, key=lambda way: abs(way - near), default=None)

    def _foot(self, index: int, point: Point) -> tuple[float, float]:
        """Distance of a point from a stretch, and the way to the closest point of it."""
        (x1, y1), (x2, y2) = self.points[index], self.points[index + 1]
        dx, dy = x2 - x1, y2 - y1
        square = dx * dx + dy * dy
        part = ((point[0] - x1) * dx + (point[1] - y1) * dy) / square if square else 0.0
        part = min(1.0, max(0.0, part))
        apart = math.hypot(point[0] - x1 - part * dx, point[1] - y1 - part * dy)
        return apart, self.ways[index] + part * math.sqrt(square)


def towards(now: float, goal: float, most: float) -> float:
    """One step to the goal, no longer than `most`; exactly the goal when it is within reach."""
    if abs(goal - now) <= most:
        return goal
    return now + math.copysign(most, goal - now)


def between(shares: Sequence[float], values: Sequence[float], share: float) -> float:
    """The value at a share, straight between the known ones; shares ascend."""
    if share <= shares[0]:
        return values[0]
    for (s1, v1), (s2, v2) in pairwise(zip(shares, values, strict=True)):
        if share <= s2:
            return v1 + (v2 - v1) * ((share - s1) / (s2 - s1) if s2 > s1 else 1.0)
    return values[-1]


@dataclass(frozen=True)
class Label:
    """A name to be placed at a point: its size, and how far it stands from the point."""

    point: Point
    width: float
    height: float
    away: float
    needed: bool


def _spots(label: Label) -> list[Box]:
    """Where a label may stand, the best first: beside its point, then above and below."""
    (x, y), width, height, away = label.point, label.width, label.height, label.away
    middle, left, right = y - height / 2, x - away - width, x + away
    slant = 0.7 * away
    spots = [(right, middle), (left, middle)]
    spots += [(x + slant, y - slant - height), (x - slant - width, y - slant - height)]
    spots += [(x + slant, y + slant), (x - slant - width, y + slant)]
    spots += [(x - width / 2, y - away - height), (x - width / 2, y + away)]
    return [Box(across, top, width, height) for across, top in spots]


def place_labels(
    labels: Sequence[Label],
    order: Sequence[int],
    taken: Sequence[Box],
    frame: Box,
    gap: float = 0.0,
) -> dict[int, Box]:
    """Index of a label -> its place. A label without a free place is left out.

    Labels come in the given order, avoid what is taken, and keep `gap` apart. One that is needed
    may stand over what is taken, at the least bad place inside the frame, but never over another.
    """
    chosen: dict[int, Box] = {}
    for index in order:
        label = labels[index]
        spots = [
            spot
            for spot in _spots(label)
            if _inside(spot, frame) and not any(spot.meets(other, gap) for other in chosen.values())
        ]
        hits = [sum(spot.meets(box) for box in taken) for spot in spots]
        if spots and (label.needed or not min(hits)):
            chosen[index] = spots[hits.index(min(hits))]
    return chosen


def _inside(box: Box, frame: Box) -> bool:
    return (
        box.x >= frame.x
        and box.y >= frame.y
        and box.x + box.width <= frame.x + frame.width
        and box.y + box.height <= frame.y + frame.height
    )
