"""Maps of countries as pictures that Qt Quick asks for by address, painted stitch by stitch.

`image://world/<west,south,east,north,columns,rows>?stitch=11&lit=LT.LV&accent=7cc4e8&...` gives the
whole map on a transparent ground: lit countries at full strength, the others faintly, the sea
empty, a dot for every lit country that is too small for a stitch. `wave` (its length in px) and
`x`, `y` (where it leaves) paint a wave that stands still, for where none can move. Knows no theme.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.bridge.atlas import Bounds
from kiosk.bridge.worldgrid import Cell, Grid, Land, land
from kiosk.content.countries import COUNTRIES

FAINT, FAINT_FLAT = 0.2, 0.34
"""Strength of the countries that are not lit; more in high contrast."""
LIT_SIZE, FAINT_SIZE = (0.78, 0.66), (0.64, 0.5)
"""A stitch in shares of its cell: the difference is one of size, too."""
ROUND = 0.16
DOT, DOT_AIR = 0.4, 0.62
"""Radius of a dot and of the air around it, in cells."""
STEPS = 10
"""Strengths that a still wave is painted in."""
FADE = 1.4
"""After so many lengths a wave has a third of its strength."""
WIDEST = 8192


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to paint: grid, size of a stitch in px, lit countries, colour, and a still wave."""

    grid: Grid
    stitch: float
    lit: frozenset[str]
    accent: str
    flat: bool
    wave: float
    gain: float
    origin: QPointF


def parse(address: str) -> Sheet:
    """The request behind an address."""
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query))
    west, south, east, north, columns, rows = (float(part) for part in parts.path.split(","))
    grid = Grid(Bounds(west, south, east, north), int(columns), int(rows))
    stitch = min(float(asked.get("stitch", "11")), WIDEST / max(columns, rows))
    return Sheet(
        grid=grid,
        stitch=stitch,
        lit=frozenset(filter(None, asked.get("lit", "").split("."))),
        accent=asked.get("accent", "ffffff"),
        flat=asked.get("flat") == "1",
        wave=float(asked.get("wave", "0")),
        gain=float(asked.get("gain", "0")),
        origin=QPointF(float(asked.get("x", "0")), float(asked.get("y", "0"))),
    )


def wave_at(distance: float, length: float) -> float:
    """How much brighter a still wave makes a place, 0 to 1, so far from where it leaves."""
    crest = max(0.0, math.cos(2 * math.pi * distance / length))
    return crest * math.exp(-distance / (FADE * length))


def paint(sheet: Sheet) -> QImage:
    """The map; its size is that of whole stitches."""
    grid, stitch = sheet.grid, sheet.stitch
    size = QSize(max(1, round(grid.columns * stitch)), max(1, round(grid.rows * stitch)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    cells = land(grid)
    for (wide, high, opacity), found in _groups(sheet, cells).items():
        painter.setBrush(_colour(sheet.accent, opacity))
        radius = ROUND * stitch
        for cell in found:
            middle = QPointF((cell.column + 0.5) * stitch, (cell.row + 0.5) * stitch)
            painter.drawRoundedRect(_around(middle, wide * stitch, high * stitch), radius, radius)
    _dots(painter, sheet, set(cells.codes))
    painter.end()
    return image


def _groups(sheet: Sheet, cells: Land) -> dict[tuple[float, float, float], list[Cell]]:
    """The stitches by size and strength, so that the brush changes seldom."""
    groups: dict[tuple[float, float, float], list[Cell]] = {}
    for cell in cells:
        lit = cell.code in sheet.lit
        look = (*LIT_SIZE, 1.0) if lit else (*FAINT_SIZE, _strength(sheet, cell))
        groups.setdefault(look, []).append(cell)
    return groups


def _strength(sheet: Sheet, cell: Cell) -> float:
    """How strong a stitch of a country is that is not lit."""
    base = FAINT_FLAT if sheet.flat else FAINT
    if sheet.wave <= 0:
        return base
    across = (cell.column + 0.5) * sheet.stitch - sheet.origin.x()
    up = (cell.row + 0.5) * sheet.stitch - sheet.origin.y()
    share = round(wave_at(math.hypot(across, up), sheet.wave) * STEPS) / STEPS
    return min(1.0, base * (1 + sheet.gain * share))


def _dots(painter: QPainter, sheet: Sheet, shown: set[str]) -> None:
    """Dots for the lit countries that no stitch belongs to, with a little air around them."""
    grid, stitch = sheet.grid, sheet.stitch
    places = [grid.place(*COUNTRIES[c].place) for c in sorted(sheet.lit - shown) if c in COUNTRIES]
    middles = [QPointF(place[0] * stitch, place[1] * stitch) for place in places if place]
    modes = QPainter.CompositionMode
    passes = ((modes.CompositionMode_Clear, DOT_AIR), (modes.CompositionMode_SourceOver, DOT))
    painter.setBrush(_colour(sheet.accent, 1.0))
    for mode, radius in passes:
        painter.setCompositionMode(mode)
        for middle in middles:
            painter.drawEllipse(middle, radius * stitch, radius * stitch)


def _around(middle: QPointF, wide: float, high: float) -> QRectF:
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def _colour(hex_rgb: str, opacity: float) -> QColor:
    colour = QColor(f"#{hex_rgb}")
    colour.setAlphaF(opacity)
    return colour


def requested(address: str, _size: QSize) -> QImage:
    """The map."""
    return paint(parse(address))
