"""Outlines of the countries, read from the files that `tools/gen_outlines.py` writes.

`read_world()` is coarse (1:110m) and small, for maps of the whole world; `read_regions()` is for
any part of it and finest around the Baltic states. Countries go by their ISO 3166 code of two
letters (Kosovo is XK). Points are (longitude, latitude) in degrees; a ring repeats its first point
at the end; holes are rings like any other, so fill by the even-odd rule. Reading takes some
milliseconds: do it where a picture is painted, never at the start, and keep the picture instead.
Must not import Qt.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

FOLDER = Path(__file__).parent / "outlines"
HALF_TURN = 180.0
"""Degrees of longitude from the prime meridian to the date line."""
Point = tuple[float, float]
Line = list[Point]
Ring = list[Point]


class Bounds(NamedTuple):
    """A part of the world in degrees; west is less than east, south less than north."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Bounds) -> bool:
        """Whether the two have something in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north


class Border(NamedTuple):
    """A coast (one owner) or a border between two countries, to be drawn once."""

    points: Line
    owners: tuple[str, ...]


class Atlas:
    """The countries of one file. Neighbours share their lines, so borders meet exactly.

    A line's points are made when it is asked for, and not kept: those of all lines at once take
    ten megabytes, which Python then hardly ever gives back.
    """

    def __init__(self, contents: Mapping[str, Any]) -> None:
        self._unit: float = contents["unit"]
        self._steps = [array("i", steps) for steps in contents["lines"]]
        self._rings: dict[str, list[list[int]]] = contents["countries"]

    @property
    def codes(self) -> list[str]:
        """ISO 3166 codes of all countries, in alphabetical order."""
        return list(self._rings)

    def rings(self, code: str, within: Bounds | None = None) -> list[Ring]:
        """The outlines of a country, or those of them that reach into a part of the world."""
        rings = [self._walked(ring) for ring in self._rings.get(code, [])]
        return [ring for ring in rings if within is None or box(ring).meets(within)]

    def borders(self, within: Bounds) -> Iterator[Border]:
        """The lines that reach into a part of the world, with the countries on both sides."""
        owners: dict[int, list[str]] = {}
        for code, rings in self._rings.items():
            for arc in (arc for ring in rings for arc in ring):
                owners.setdefault(max(arc, ~arc), []).append(code)
        for arc in range(len(self._steps)):
            line = self._line(arc)
            if box(line).meets(within):
                yield Border(line, tuple(owners.get(arc, ())))

    def _walked(self, ring: list[int]) -> Ring:
        points: Ring = []
        for arc in ring:
            line = self._line(arc) if arc >= 0 else self._line(~arc)[::-1]
            points += line[1 if points else 0 :]
        return points

    def _line(self, arc: int) -> Line:
        steps, unit = self._steps[arc], self._unit
        across, up = accumulate(steps[0::2]), accumulate(steps[1::2])
        return [(x * unit, y * unit) for x, y in zip(across, up, strict=True)]


def unrolled(points: Line, *, closed: bool = False) -> list[Line]:
    """A line without leaps at the date line, as often as it is needed to see all of it.

    Where it crosses the date line longitudes go on beyond 180; then it comes three times, a turn
    of the globe apart. A closed one that goes once around the globe is closed over its pole.
    """
    turn = 0.0
    line: Line = []
    for x, y in points:
        if line and abs(x + turn - line[-1][0]) > HALF_TURN:
            turn += -2 * HALF_TURN if x + turn > line[-1][0] else 2 * HALF_TURN
        line.append((x + turn, y))
    if turn and closed:
        pole = 90.0 if line[0][1] > 0 else -90.0
        line += [(line[-1][0], pole), (line[0][0], pole), line[0]]
    across = [x for x, _ in line]
    if max(across, default=0.0) <= HALF_TURN and min(across, default=0.0) >= -HALF_TURN:
        return [line]
    turns = (-2 * HALF_TURN, 0.0, 2 * HALF_TURN)
    return [[(x + shift, y) for x, y in line] for shift in turns]


def box(points: Line) -> Bounds:
    """The smallest part of the world that holds all the points."""
    across, up = [point[0] for point in points], [point[1] for point in points]
    return Bounds(min(across), min(up), max(across), max(up))


def read_world() -> Atlas:
    """All countries, coarse; those too small for 1:110m (Malta, Singapore) are missing."""
    return _read("world")


def read_regions() -> Atlas:
    """All countries, for a map of a part of the world."""
    return _read("regions")


class _File(msgspec.Struct):
    """A file whose lines are still text: the numbers of all at once take four megabytes."""

    unit: float
    lines: list[msgspec.Raw]
    countries: dict[str, list[list[int]]]


def _read(name: str) -> Atlas:
    file = msgspec.json.decode((FOLDER / f"{name}.json").read_bytes(), type=_File)
    lines = (msgspec.json.decode(line) for line in file.lines)
    return Atlas({"unit": file.unit, "lines": lines, "countries": file.countries})
