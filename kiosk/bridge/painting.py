"""Pictures that Qt Quick asks for by address: a repeat of a sash pattern, painted stitch by stitch.

`image://weave/<pattern>?accent=7cc4e8&linen=f5f0e6&height=204&flat=0` gives an image of one period
of the pattern, `height` device pixels high and a whole number of pixels wide, so that it tiles
without a seam. Other things woven the same way: `ground` (dashes of the empty cloth), `running`
(a row of stitches), `warp` (a bundle of ten warp threads), `mark` and `markfull` (the diamond),
`glow` (light around a point). `motif` is the pattern `like` as data for the shader that weaves it:
a texel per stitch.
The scene graph tiles an image in one draw call. Knows no theme.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRadialGradient

from kiosk.bridge import motifs

EMPTY, ACCENT, LINEN = 0, 1, 2
EDGE_ROWS = 3
STRENGTH = 0.94
LINEN_OPACITY = 0.92
SHADE_TOP, SHADE_HEIGHT = 0.72, 0.2
LOW, HIGH = motifs.JITTER
OPACITIES = tuple(LOW + (HIGH - LOW) * k / 4 for k in range(5))
GROUND_PERIOD = 2
PATTERN_DASH_OPACITY = 0.075
RUNNING = (5, 9)
WARP_THREADS = 10
MARK_CELLS = 9
TALLEST = 4096


@dataclass(frozen=True, slots=True)
class Dash:
    """A dash in shares of a stitch: length and thickness, one `every` so many from `first` on."""

    length: float
    thick: float
    every: int
    first: int


PATTERN_DASH = Dash(0.6, 0.28, 1, 0)


@dataclass(frozen=True, slots=True)
class Cloth:
    """What to weave: pattern name, colours as RGB hex, height in device pixels, flat or shaded.

    `like` is the pattern that a ground belongs to, so that their stitches stand in line.
    """

    pattern: str
    accent: str
    linen: str
    height: int
    flat: bool
    like: str = ""


def parse(address: str) -> Cloth:
    """The request behind an address; an unknown pattern becomes the plain ground."""
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query))
    known = parts.path in motifs.MOTIFS or parts.path in PAINTERS
    pattern = parts.path if known else "ground"
    height = min(TALLEST, max(1, int(float(asked.get("height", "204")))))
    accent, linen = asked.get("accent", "ffffff"), asked.get("linen", "ffffff")
    return Cloth(pattern, accent, linen, height, asked.get("flat") == "1", asked.get("like", ""))


def stitch(pattern: str, column: int, row: int) -> int:
    """EMPTY, ACCENT or LINEN at a place of the band: three selvedge rows on both edges."""
    edge = min(row, motifs.ROWS - 1 - row)
    if edge == 0:
        return ACCENT
    if edge == 1:
        return LINEN if column % 2 == 0 else EMPTY
    if edge == 2:
        return EMPTY
    rows = motifs.MOTIFS[pattern]
    return int(rows[row - EDGE_ROWS][column % len(rows[0])])


def _colour(hex_rgb: str, opacity: float) -> QColor:
    colour = QColor(f"#{hex_rgb}")
    colour.setAlphaF(opacity)
    return colour


def _period(pattern: str) -> int:
    """Stitches in one repeat."""
    return len(motifs.MOTIFS[pattern][0]) if pattern in motifs.MOTIFS else GROUND_PERIOD


def _canvas(width: float, height: int) -> QImage:
    image = QImage(max(1, round(width)), height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def weave(cloth: Cloth) -> QImage:
    """One repeat of a pattern on a transparent ground."""
    period = _period(cloth.pattern)
    image = _canvas(period * cloth.height / motifs.ROWS, cloth.height)
    cell = QSizeF(image.width() / period, cloth.height / motifs.ROWS)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not cloth.flat:
        faint = _colour(cloth.accent, PATTERN_DASH_OPACITY)
        for row in range(motifs.ROWS):
            _dashes(painter, image.width(), row, cell, PATTERN_DASH, faint)
    painter.setPen(Qt.PenStyle.NoPen)
    groups, shades = _stitches(cloth, period, cell)
    radius = cell.height() * motifs.RADIUS
    for (kind, opacity), stitches in groups.items():
        painter.setBrush(_colour(cloth.accent if kind == ACCENT else cloth.linen, opacity))
        for place in stitches:
            painter.drawRoundedRect(place, radius, radius)
    if not cloth.flat:
        painter.setBrush(_colour("000000", motifs.SHADE))
        painter.drawRects(shades)
    painter.end()
    return image


def _stitches(
    cloth: Cloth, period: int, cell: QSizeF
) -> tuple[dict[tuple[int, float], list[QRectF]], list[QRectF]]:
    """Where the stitches are, by kind and opacity, and the shade at the foot of each."""
    groups: dict[tuple[int, float], list[QRectF]] = {}
    shades: list[QRectF] = []
    wide, high = cell.width(), cell.height()
    inset = high * motifs.INSET
    for column, row, kind, opacity in _grid(cloth.pattern, period, flat=cloth.flat):
        x, y, width = column * wide + inset, row * high, wide - 2 * inset
        place = QRectF(x, y + inset * 0.6, width, high - inset * 1.2)
        groups.setdefault((kind, opacity), []).append(place)
        shades.append(QRectF(x, y + high * SHADE_TOP, width, high * SHADE_HEIGHT))
    return groups, shades


@cache
def _grid(pattern: str, period: int, *, flat: bool) -> list[tuple[int, int, int, float]]:
    """Column, row, kind and opacity of every stitch; woven by hand, no two are quite alike."""
    dice = random.Random(7)  # noqa: S311 - a look, not a secret
    stitches: list[tuple[int, int, int, float]] = []
    for column in range(period):
        for row in range(motifs.ROWS):
            kind = stitch(pattern, column, row)
            if kind == EMPTY:
                continue
            opacity = 1.0 if flat else STRENGTH * dice.choice(OPACITIES)
            if kind == LINEN and not flat:
                opacity *= LINEN_OPACITY
            stitches.append((column, row, kind, opacity))
    return stitches


def motif(cloth: Cloth) -> QImage:
    """The pattern as data: red how strong the accent is, green the linen, blue the stitch's own."""
    like = cloth.like if cloth.like in motifs.MOTIFS else "link"
    period = _period(like)
    image = QImage(period, motifs.ROWS, QImage.Format.Format_RGB32)
    dice = random.Random(11)  # noqa: S311 - a look, not a secret
    for column in range(period):
        for row in range(motifs.ROWS):
            image.setPixelColor(column, row, QColor(0, 0, dice.randrange(256)))
    for column, row, kind, opacity in _grid(like, period, flat=cloth.flat):
        texel, strength = image.pixelColor(column, row), round(255 * opacity)
        texel.setRed(strength if kind == ACCENT else 0)
        texel.setGreen(strength if kind == LINEN else 0)
        image.setPixelColor(column, row, texel)
    return image


def _dashes(
    painter: QPainter, width: int, row: int, cell: QSizeF, dash: Dash, colour: QColor
) -> None:
    """One row of dashes, one per `dash.every` stitches, as a single dashed line."""
    thick = dash.thick * cell.height()
    pen = QPen(colour, thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    length, step = dash.length * cell.width() / thick, dash.every * cell.width() / thick
    pen.setDashPattern([length, step - length])
    painter.setPen(pen)
    start = (dash.first + (1 - dash.length) / 2) * cell.width()
    y = (row + 0.5) * cell.height()
    painter.drawLine(QPointF(start, y), QPointF(width, y))


def weave_ground(cloth: Cloth) -> QImage:
    """The empty cloth of a pattern: short dashes, every second one fainter."""
    period = _period(cloth.like)
    image = _canvas(period * cloth.height / motifs.ROWS, cloth.height)
    cell = QSizeF(image.width() / period, cloth.height / motifs.ROWS)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = _colour(cloth.accent, motifs.GROUND)
    weak = _colour(cloth.accent, motifs.GROUND * 0.45)
    for row in range(motifs.ROWS):
        odd = row % 2
        _dashes(painter, image.width(), row, cell, Dash(0.6, 0.24, 2, odd), strong)
        _dashes(painter, image.width(), row, cell, Dash(0.6, 0.24, 2, 1 - odd), weak)
    painter.end()
    return image


def running_stitch(cloth: Cloth) -> QImage:
    """One stitch and its gap of a sewn line."""
    on, period = RUNNING
    image = _canvas(cloth.height * period / on, cloth.height)
    painter = QPainter(image)
    painter.fillRect(0, 0, cloth.height, cloth.height, _colour(cloth.accent, 1.0))
    painter.end()
    return image


def warp_bundle(cloth: Cloth) -> QImage:
    """Ten warp threads side by side, long and short in turn."""
    step = cloth.height * 0.43
    thick = step * 0.62
    image = _canvas((WARP_THREADS - 1) * step + thick, cloth.height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(cloth.accent, 1.0))
    for thread in range(WARP_THREADS):
        top = 0.0 if thread % 2 == 0 else cloth.height * 0.17
        bar = QRectF(thread * step, top, thick, cloth.height - 2 * top)
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
    painter.end()
    return image


def mark(cloth: Cloth) -> QImage:
    """The diamond of the house: rings of stitches, or all of them (`markfull`)."""
    image = _canvas(cloth.height, cloth.height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cell, gap = cloth.height / MARK_CELLS, cloth.height * 0.012
    wanted = range(5) if cloth.pattern == "markfull" else (0, 2, 4)
    for row in range(MARK_CELLS):
        for column in range(MARK_CELLS):
            if abs(row - 4) + abs(column - 4) in wanted:
                dot = QRectF(column * cell + gap, row * cell + gap, cell - 2 * gap, cell - 2 * gap)
                painter.fillRect(dot, _colour(cloth.accent, 1.0))
    painter.end()
    return image


def glow(cloth: Cloth) -> QImage:
    """Light that fades out to the edge of a square, at full strength in its middle."""
    image = _canvas(cloth.height, cloth.height)
    painter = QPainter(image)
    middle = cloth.height / 2
    light = QRadialGradient(middle, middle, middle)
    for place, opacity in ((0.0, 1.0), (0.35, 0.38), (0.7, 0.08), (1.0, 0.0)):
        light.setColorAt(place, _colour(cloth.accent, opacity))
    painter.fillRect(image.rect(), light)
    painter.end()
    return image


PAINTERS = {
    "ground": weave_ground,
    "running": running_stitch,
    "warp": warp_bundle,
    "mark": mark,
    "markfull": mark,
    "glow": glow,
    "motif": motif,
}


def woven(cloth: Cloth) -> QImage:
    """The image of a cloth."""
    return PAINTERS.get(cloth.pattern, weave)(cloth)


def requested(address: str, _size: QSize) -> QImage:
    """One repeat."""
    return woven(parse(address))
