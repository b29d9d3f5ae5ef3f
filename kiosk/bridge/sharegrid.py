"""The cloth of a share for QML: so many stitches in columns, so many of them woven.

`grid` finds columns and rows that fill a room and can be counted; `ShareGeometry` hands the
stitches to QML as SVG paths. Knows nothing of colours, content or direction of writing.
"""

from __future__ import annotations

import math
import random
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import motifs
from kiosk.bridge.chartmath import Point
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output, qt_points

SHADES = 4
"""Strengths of the woven stitches, as in any cloth."""
FULL, TENS, FIVES = 1.25, 1.2, 1.1
"""What it is worth when no stitch is missing at the end, and when rows come in tens or fives."""
EMPTY_WIDTH, EMPTY_HEIGHT = 0.56, 0.24
"""Size of an empty place in the cloth as a share of its cell."""


def grid(count: int, width: float, height: float, largest: float) -> tuple[int, int, float]:
    """Columns, rows and the side of a cell in px for `count` stitches in a room.

    The cells are as large as they can be; rows in tens or fives and a cloth without a hole at its
    end are worth a somewhat smaller cell. Stitches stand in columns, the last may be shorter.
    """
    best, found = 0.0, (count, 1, 0.0)
    for rows in range(1, count + 1):
        columns = math.ceil(count / rows)
        cell = min(width / columns, height / rows, largest)
        worth = cell * (FULL if count == rows * columns else 1)
        worth *= TENS if rows % 10 == 0 else FIVES if rows % 5 == 0 else 1
        if worth > best * (1 + 1e-9):
            best, found = worth, (columns, rows, cell)
    return found


class ShareGeometry(Geometry):
    """`part` of `whole` stitches in a room; cells are `largest` px at most.

    `woven` are paths of the woven stitches by strength, `bare` is one of the empty places;
    `cloth` is the width and `depth` the height that the cloth takes. `front` is the line between
    the two, as far as the weft has come, and `reach` its farthest place.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part = 0
        self._whole = 0
        self._largest = 0.0

    part = geometry_input("part", int, changed)
    whole = geometry_input("whole", int, changed)
    largest = geometry_input("largest", float, changed)
    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)

    columns = geometry_output("columns", int, changed)
    rows = geometry_output("rows", int, changed)
    cell = geometry_output("cell", float, changed)
    cloth = geometry_output("cloth", float, changed)
    depth = geometry_output("depth", float, changed)
    woven = geometry_output("woven", "QStringList", changed)
    bare = geometry_output("bare", str, changed)
    front = geometry_output("front", "QVariantList", changed)
    reach = geometry_output("reach", float, changed)

    def compute(self) -> dict[str, Any]:
        """The grid and its stitches, column by column from the left."""
        if self._whole < 1 or min(self._width, self._height, self._largest) <= 0:
            return {}
        columns, rows, cell = grid(self._whole, self._width, self._height, self._largest)
        dice = random.Random(7)  # noqa: S311 - a look, not a secret
        shades: list[list[str]] = [[] for _ in range(SHADES)]
        bare: list[str] = []
        for i in range(self._whole):
            x, y = i // rows * cell, i % rows * cell
            if i < self._part:
                shades[dice.randrange(SHADES)].append(woven_stitch(x, y, cell))
            else:
                bare.append(empty_stitch(x, y, cell))
        return {
            "columns": columns,
            "rows": rows,
            "cell": cell,
            "cloth": columns * cell,
            "depth": min(rows, self._whole) * cell,
            "woven": ["".join(shade) for shade in shades],
            "bare": "".join(bare),
            "front": qt_points(front_line(self._part, rows, cell)),
            "reach": math.ceil(self._part / rows) * cell,
        }


def front_line(part: int, rows: int, cell: float) -> list[Point]:
    """Down the side of the last woven stitches, with a step where a column is not full."""
    full, rest = divmod(part, rows)
    foot = rows * cell
    if rest == 0:
        return [(full * cell, 0.0), (full * cell, foot)]
    step = rest * cell
    return [
        ((full + 1) * cell, 0.0),
        ((full + 1) * cell, step),
        (full * cell, step),
        (full * cell, foot),
    ]


def woven_stitch(x: float, y: float, cell: float) -> str:
    """A full stitch in its cell: a square with round corners, as in the sashes."""
    inset, radius = cell * motifs.INSET, cell * motifs.RADIUS
    side = cell - 2 * inset - 2 * radius
    r = f"{radius:.2f}"
    return (
        f"M{x + inset + radius:.2f} {y + inset:.2f}h{side:.2f}a{r} {r} 0 0 1 {r} {r}"
        f"v{side:.2f}a{r} {r} 0 0 1 -{r} {r}h{-side:.2f}a{r} {r} 0 0 1 -{r} -{r}"
        f"v{-side:.2f}a{r} {r} 0 0 1 {r} -{r}z"
    )


def empty_stitch(x: float, y: float, cell: float) -> str:
    """The short dash of the bare ground in the middle of a cell."""
    wide, high = cell * EMPTY_WIDTH, max(1.5, cell * EMPTY_HEIGHT)
    corner = f"M{x + (cell - wide) / 2:.2f} {y + (cell - high) / 2:.2f}"
    return f"{corner}h{wide:.2f}v{high:.2f}h{-wide:.2f}z"
