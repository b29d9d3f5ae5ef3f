"""The geometry of a ranking for QML: a view binds its data and its room, and reads what to draw.

`RankingGeometry` draws places over time, `NeighbourGeometry` the names beside them. The maths is in
`chartmath`; here is the traffic with QML. All lengths are pixels; texts are measured with the font
that the view hands in.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QFont

from kiosk.bridge import chartmath
from kiosk.bridge.chartmath import Box, Point
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output, qt_points

SHADES = 4
"""Strengths of the woven ground, from the curve down."""
RADIUS, FIRST_RADIUS, LAST_RADIUS = 10, 14, 17
"""Of the dots in u, as RankingDot draws them."""


class RankingGeometry(Geometry):
    """Places over time in a plot of width x height, place 1 at y = 0, `lowest` at the bottom.

    `inset` is the room between the plot's sides and the first and last point.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editions: list[str] = []
        self._labels: list[str] = []
        self._places: list[int] = []
        self._lowest = 0
        self._inset = 0.0
        self._named = -1

    editions = geometry_input("editions", "QStringList", changed)
    labels = geometry_input("labels", "QStringList", changed)
    """What is written below each point: its edition as the language writes it."""
    places = geometry_input("places", "QVariantList", changed)
    lowest = geometry_input("lowest", int, changed)
    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)
    inset = geometry_input("inset", float, changed)
    u = geometry_input("u", float, changed)
    font = geometry_input("font", QFont, changed)
    named = geometry_input("named", int, changed)
    """Index of the point that is named beside the chart and needs no label; -1 for none."""

    pitch = geometry_output("pitch", float, changed)
    lines = geometry_output("lines", "QVariantList", changed)
    tickPlaces = geometry_output("tickPlaces", "QVariantList", changed)
    dots = geometry_output("dots", "QVariantList", changed)
    curve = geometry_output("curve", "QVariantList", changed)
    grounds = geometry_output("grounds", "QStringList", changed)
    shownEditions = geometry_output("shownEditions", "QVariantList", changed)
    editionSpots = geometry_output("editionSpots", "QVariantList", changed)
    shownPlaces = geometry_output("shownPlaces", "QVariantList", changed)
    placeSpots = geometry_output("placeSpots", "QVariantList", changed)

    def compute(self) -> dict[str, Any]:
        """Lines, ticks, dots, curve, ground and the labels that have room."""
        places = [int(place) for place in self._places][: len(self._editions)]
        if not places or min(self._width, self._height) <= 0:
            return {}
        lowest = max([self._lowest, *places, 5])
        pitch = self._height / (lowest - 1)
        dots = self._dots(places, pitch)
        curve = chartmath.monotone_curve(dots)
        step = chartmath.line_step(pitch, 5 * self._u)
        spots = self._edition_spots(dots)
        return {
            "pitch": pitch,
            "lines": [(place - 1) * pitch for place in range(1, lowest + 1, step)],
            "tickPlaces": chartmath.ticks(
                lowest, pitch, 1.9 * self.text_height(), self.text_height()
            ),
            "dots": qt_points(dots),
            "curve": qt_points(curve),
            "grounds": self._grounds(curve, pitch),
            "shownEditions": self._shown_editions(spots),
            "editionSpots": qt_points([(start, 0.0) for start, _ in spots]),
            **self._place_labels(places, dots, curve),
        }

    def _dots(self, places: list[int], pitch: float) -> list[Point]:
        room = max(self._width - 2 * self._inset, 1.0)
        across = chartmath.time_positions(self._editions[: len(places)], room, 26 * self._u)
        return [
            (self._inset + x, (place - 1) * pitch) for x, place in zip(across, places, strict=True)
        ]

    def _grounds(self, curve: list[Point], pitch: float) -> list[str]:
        high = pitch * max(1, round(12 * self._u / pitch)) if pitch < 18 * self._u else 12 * self._u
        cell = (15.5 * self._u, high)
        shades = chartmath.stitches(curve, self._height, cell, SHADES)
        return chartmath.sewn(shades, 6.5 * self._u, max(3.5 * self._u, 1))

    def _edition_spots(self, dots: list[Point]) -> list[tuple[float, float]]:
        """Start and end of each edition's label: below its dot, inside the plot and its inset."""
        spots = []
        for (x, _), name in zip(dots, self._labels, strict=False):
            width = self.text_width(name)
            start = min(max(x - width / 2, 0.0), self._width - width)
            spots.append((start, start + width))
        return spots

    def _shown_editions(self, spots: list[tuple[float, float]]) -> list[int]:
        last = len(spots) - 1
        wanted = [
            last,
            0,
            self._named if 0 <= self._named < last else last,
            *range(last - 1, 0, -1),
        ]
        order = list(dict.fromkeys(wanted))
        return chartmath.thin_out(spots, order, 20 * self._u)

    def _place_labels(
        self, places: list[int], dots: list[Point], curve: list[Point]
    ) -> dict[str, Any]:
        last = len(dots) - 1
        order = dict.fromkeys([last, 0, places.index(min(places)), *range(last, -1, -1)])
        taken = [self._dot_box(dot, i, last) for i, dot in enumerate(dots)]
        if 0 <= self._named < last:
            (x, y), line = dots[self._named], 9 * self._u
            taken.append(Box(x, y - line / 2, self._width - x, line))
        chosen: dict[int, Box] = {}
        for i in order:
            if i == self._named:
                continue
            others = [box for k, box in enumerate(taken) if k != i]
            away = (27 if i in (0, last) else 18) * self._u  # the ends have larger dots
            spots = self._place_boxes(places[i], dots[i], away)
            free = (
                box
                for box in spots
                if not any(box.meets(other) for other in others) and not self._crossed(box, curve)
            )
            if (box := next(free, None)) is not None:
                chosen[i] = box
                # Nearer to each other two places would read as one number
                apart = 12 * self._u
                taken.append(Box(box.x - apart, box.y, box.width + 2 * apart, box.height))
        empty = Box(0, 0, 0, 0)
        boxes = [chosen.get(i, empty) for i in range(len(dots))]
        return {
            "shownPlaces": sorted(chosen),
            "placeSpots": qt_points([(box.x, box.y) for box in boxes]),
        }

    def _dot_box(self, dot: Point, index: int, last: int) -> Box:
        """What labels keep off: not quite all of a dot's square, for its corners are empty."""
        radius = LAST_RADIUS if index == last else FIRST_RADIUS if index == 0 else RADIUS
        reach = 0.9 * radius * self._u
        return Box(dot[0] - reach, dot[1] - reach, 2 * reach, 2 * reach)

    def _crossed(self, box: Box, curve: list[Point]) -> bool:
        """True when the thread, as thick as its beads, would run through a label or touch it."""
        near = (4 + 6) * self._u  # the radius of a bead, and air
        left, right = box.x - near, box.x + box.width + near
        top, foot = box.y - near, box.y + box.height + near
        return any(left < x < right and top < y < foot for x, y in curve)

    def _place_boxes(self, place: int, dot: Point, away: float) -> list[Box]:
        """Where a label may stand, the best first: above its dot, beside that, then below."""
        x, y = dot
        width, height, aside = self.text_width(str(place)), self.text_height(), 6 * self._u
        left, middle, right = x - width - aside, x - width / 2, x + aside
        above, below = y - away - 0.9 * height, y + away
        spots = [(middle, above), (left, above), (right, above)]
        if below + height < self._height:
            spots += [(middle, below), (right, below), (left, below)]
        return [Box(across, top, width, height) for across, top in spots]


class NeighbourGeometry(Geometry):
    """Names beside a ranking: those of the last edition that has any, and the own place with them.

    Without neighbours the one row is the own name at the last point.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editions: list[str] = []
        self._places: list[int] = []
        self._neighbourEditions: list[str] = []
        self._neighbourPlaces: list[int] = []
        self._neighbourNames: list[str] = []
        self._own = ""
        self._row = 0.0
        self._pitch = 0.0
        self._dots: list[QPointF] = []

    editions = geometry_input("editions", "QStringList", changed)
    places = geometry_input("places", "QVariantList", changed)
    neighbourEditions = geometry_input("neighbourEditions", "QStringList", changed)
    neighbourPlaces = geometry_input("neighbourPlaces", "QVariantList", changed)
    neighbourNames = geometry_input("neighbourNames", "QStringList", changed)
    own = geometry_input("own", str, changed)
    pitch = geometry_input("pitch", float, changed)
    row = geometry_input("row", float, changed)
    height = geometry_input("height", float, changed)
    width = geometry_input("width", float, changed)
    dots = geometry_input("dots", "QVariantList", changed)
    """The points of the plot, so that the own elbow starts at its dot."""
    u = geometry_input("u", float, changed)

    edition = geometry_output("edition", str, changed)
    ownPoint = geometry_output("ownPoint", int, changed)
    ownRow = geometry_output("ownRow", int, changed)
    rowPlaces = geometry_output("rowPlaces", "QVariantList", changed)
    rowNames = geometry_output("rowNames", "QStringList", changed)
    elbows = geometry_output("elbows", str, changed)
    ownElbow = geometry_output("ownElbow", str, changed)
    rowTops = geometry_output("rowTops", "QVariantList", changed)

    def compute(self) -> dict[str, Any]:
        """Rows by their places, and where each stands so that none touches the next."""
        edition = self._last_named()
        rows = [
            (int(place), False, name)
            for name_edition, place, name in zip(
                self._neighbourEditions, self._neighbourPlaces, self._neighbourNames, strict=False
            )
            if name_edition == edition
        ]
        own_point = self._editions.index(edition) if edition in self._editions else -1
        if 0 <= own_point < len(self._places):
            rows.append((int(self._places[own_point]), True, self._own))
        rows.sort()
        lines = [(place - 1) * self._pitch for place, _, _ in rows]
        tops = chartmath.spread(lines, self._row, 0.0, self._height)
        own_row = next((i for i, row in enumerate(rows) if row[1]), -1)
        elbows = [
            self._elbow(self._start(own_point) if i == own_row else 0.0, line, top)
            for i, (line, top) in enumerate(zip(lines, tops, strict=True))
        ]
        return {
            "edition": edition,
            "ownPoint": own_point,
            "ownRow": own_row,
            "rowPlaces": [place for place, _, _ in rows],
            "rowNames": [name for _, _, name in rows],
            "elbows": "".join(path for i, path in enumerate(elbows) if i != own_row),
            "ownElbow": elbows[own_row] if own_row >= 0 else "",
            "rowTops": tops,
        }

    def _start(self, point: int) -> float:
        """Just right of a dot, counted from the plot's right side."""
        known = point < len(self._dots)
        return self._dots[point].x() + 22 * self._u - self._width if known else 0.0

    def _elbow(self, start: float, line: float, top: float) -> str:
        """From a place's line to a name's middle, as an SVG path from the plot's right side."""
        bend, end = 14 * self._u, 46 * self._u
        return f"M{start:.1f} {line:.1f}H{bend:.1f}L{end:.1f} {top:.1f}H{end + bend:.1f}"

    def _last_named(self) -> str:
        named = [edition for edition in self._editions if edition in self._neighbourEditions]
        if named:
            return named[-1]
        return self._editions[-1] if self._editions else ""
