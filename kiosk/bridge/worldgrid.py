"""Countries on a grid of stitches: which cell of a part of the world belongs to which country.

A cell is land where a third of it is, measured along three lines, and belongs to the country
that has most of it. Countries that lie across the 180th meridian are put together first. Reading
the outlines and filling the grid takes a moment (a tenth of a second), so it is done where a
picture is painted. Must not import Qt.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kiosk.bridge.atlas import Atlas, Bounds, Point, Ring, box, read_regions, read_world

LINES = 3
"""Lines per row of cells along which outlines are measured."""
LAND = 0.34
"""The share of a cell that has to be land."""
NEAR_SPAN = 75.0
"""Parts of the world narrower than this, in degrees, are filled from the finer outlines."""
TURN = 360.0


class Grid(NamedTuple):
    """A part of the world in columns and rows. `bounds.east` may be beyond 180 degrees."""

    bounds: Bounds
    columns: int
    rows: int

    @property
    def across(self) -> float:
        """Degrees of longitude of a column."""
        return (self.bounds.east - self.bounds.west) / self.columns

    @property
    def down(self) -> float:
        """Degrees of latitude of a row."""
        return (self.bounds.north - self.bounds.south) / self.rows

    def place(self, longitude: float, latitude: float) -> Point | None:
        """Where a place is, in cells from the upper left corner; None outside the grid."""
        column = (longitude - self.bounds.west) % TURN / self.across
        row = (self.bounds.north - latitude) / self.down
        return (column, row) if column < self.columns and 0 <= row < self.rows else None


class Cell(NamedTuple):
    """A cell on land."""

    column: int
    row: int
    code: str


def unwrapped(ring: Ring) -> Ring:
    """A ring without jumps: where it crosses the 180th meridian longitudes go on beyond it."""
    points, turns = [ring[0]], 0
    for before, after in pairwise(ring):
        step = after[0] - before[0]
        turns -= round(step / TURN) if abs(step) > TURN / 2 else 0
        points.append((after[0] + turns * TURN, after[1]))
    return points


class Land:
    """The cells on land of a grid, row by row: two bytes for each cell of the grid, because
    thousands of records for each of the grids that are kept would be megabytes."""

    def __init__(self, found: Iterable[Cell], grid: Grid) -> None:
        self._columns = grid.columns
        self._owners = array("H", bytes(2 * grid.columns * grid.rows))
        """0 for the sea, else the number of the country."""
        numbers: dict[str, int] = {}
        for cell in found:
            number = numbers.setdefault(cell.code, len(numbers) + 1)
            self._owners[cell.row * grid.columns + cell.column] = number
        self.codes = tuple(numbers)
        """The countries that have a cell."""

    def __iter__(self) -> Iterator[Cell]:
        for spot, number in enumerate(self._owners):
            if number:
                row, column = divmod(spot, self._columns)
                yield Cell(column, row, self.codes[number - 1])


@lru_cache(maxsize=6)
def land(grid: Grid) -> Land:
    """The cells on land; kept for the grids that were asked for last."""
    near = grid.bounds.east - grid.bounds.west < NEAR_SPAN
    return Land(cells(read_regions() if near else read_world(), grid), grid)


def cells(atlas: Atlas, grid: Grid) -> Iterator[Cell]:
    """Which cells are land, and whose."""
    lined = Grid(grid.bounds, grid.columns, grid.rows * LINES)
    codes, room = atlas.codes, grid.columns * grid.rows
    land, most = array("d", bytes(8 * room)), array("d", bytes(8 * room))
    owners = array("H", bytes(2 * room))
    for number, code in enumerate(codes):
        for cell, share in _shares(atlas.rings(code), lined).items():
            land[cell] += share
            if share > most[cell]:
                most[cell], owners[cell] = share, number
    for cell in range(room):
        if land[cell] >= LAND * LINES:
            row, column = divmod(cell, grid.columns)
            yield Cell(column, row, codes[owners[cell]])


def _shares(rings: Sequence[Ring], lined: Grid) -> dict[int, float]:
    """By number of a cell: how much of its lines is inside."""
    shares: dict[int, float] = {}
    for line, crossings in _crossings(rings, lined).items():
        first = line // LINES * lined.columns
        for column, share in _covered(sorted(crossings), lined.columns):
            shares[first + column] = shares.get(first + column, 0.0) + share
    return shares


def _covered(crossings: Sequence[float], columns: int) -> Iterator[tuple[int, float]]:
    """The columns of a line between its odd and its even crossings, with the share of each."""
    for start, end in zip(crossings[::2], crossings[1::2], strict=False):
        for column in range(max(0, int(start)), min(columns, math.ceil(end))):
            yield column, min(end, column + 1) - max(start, column)


def _crossings(rings: Sequence[Ring], grid: Grid) -> dict[int, list[float]]:
    """By row: where the outlines cross its middle line, in columns."""
    found: dict[int, list[float]] = {}
    for ring in rings:
        for shifted in _shifts(ring, grid.bounds):
            _cross(shifted, grid, found)
    return found


def _shifts(ring: Ring, bounds: Bounds) -> Iterator[Ring]:
    """A ring, once for every turn round the world that brings it into sight."""
    around = box(ring)
    if around.east - around.west > TURN / 2:
        ring = unwrapped(ring)
        around = box(ring)
    for turn in (-TURN, 0.0, TURN):
        if Bounds(around.west + turn, around.south, around.east + turn, around.north).meets(bounds):
            yield [(x + turn, y) for x, y in ring] if turn else ring


def _cross(ring: Ring, grid: Grid, crossings: dict[int, list[float]]) -> None:
    """Where an outline crosses the middle lines of the rows, in columns."""
    west, north = grid.bounds.west, grid.bounds.north
    across, down = grid.across, grid.down
    points = [((x - west) / across, (north - y) / down) for x, y in ring]
    for (x1, y1), (x2, y2) in pairwise(points):
        low, high = (y1, y2) if y1 < y2 else (y2, y1)
        first, last = max(0, math.ceil(low - 0.5)), min(grid.rows, math.ceil(high - 0.5))
        for row in range(first, last):
            share = (row + 0.5 - y1) / (y2 - y1)
            crossings.setdefault(row, []).append(x1 + share * (x2 - x1))
