"""Draw the pictures of the digital twin: a city at night that reads like a cloth, in three layers.

Blocks with lit windows as stitches, parks, a river, and over them the thread. `city`: the way of an
aeroplane that goes to and fro as weft does; `city-air`: sensors that read the air; `city-green`:
the windows rest, the parks are lit, and the thread follows the river. It is no map of any town.
The same seed gives the same pictures. Run it from the repository's root:
`python tools/draw_city.py`.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from kiosk.bridge.threadpath import resample, spline

FOLDER = Path("assets")
LAYERS = ("city", "city-air", "city-green")
WIDTH, HEIGHT = 1120, 900
SCALE = 2
QUALITY = 84

NIGHT, WATER, BLOCK, PARK = "#0A0D0E", "#0D1417", "#1B1515", "#12231E"
BRICK, AMBER, HOT, FIR = "#FF8F78", "#F6B545", "#FFDB94", "#63CFA0"

RIVER = (
    (330, -60), (352, 90), (300, 230), (330, 370), (470, 470), (560, 590), (520, 740), (590, 960),
)  # fmt: skip
RIVER_WIDTH, BANK = 76, 15
STREET, LANE, LARGEST, SMALLEST = 13.0, 8.0, 128.0, 62.0
WINDOW, PITCH = 4.6, 9.4
PARK_SHARE, LIT_SHARE, DARK_SHARE = 0.09, 0.055, 0.24
TURN = -17.0
PASSES, PASS_GAP = 6, 104
SENSORS, TRIES = 34, 40
REST_SHARE = 0.4
Point = tuple[float, float]


def colour(name: str, opacity: float = 1.0) -> QColor:
    """A colour with an opacity."""
    made = QColor(name)
    made.setAlphaF(opacity)
    return made


def ribbon(line: list[Point], width: float) -> QPainterPath:
    """A band along a line."""
    sides: tuple[list[Point], list[Point]] = ([], [])
    for (x0, y0), (x1, y1) in pairwise(line):
        length = math.dist((x0, y0), (x1, y1)) or 1.0
        dx, dy = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
        sides[0].append((x0 + dx, y0 + dy))
        sides[1].append((x0 - dx, y0 - dy))
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in (*sides[0], *reversed(sides[1]))]))
    path.closeSubpath()
    return path.simplified()


def blocks(room: QRectF, dice: random.Random, street: float = STREET) -> Iterator[QRectF]:
    """A quarter cut by streets until its pieces are blocks."""
    wide = room.width() > room.height() * dice.uniform(0.8, 1.2)
    size = room.width() if wide else room.height()
    if size <= LARGEST and (size < SMALLEST * 1.7 or dice.random() < 0.55):
        yield room
        return
    cut = size * dice.uniform(0.38, 0.62)
    gap = street if size > 2.2 * LARGEST else LANE
    first, second = QRectF(room), QRectF(room)
    if wide:
        first.setWidth(cut - gap / 2)
        second.setLeft(room.left() + cut + gap / 2)
    else:
        first.setHeight(cut - gap / 2)
        second.setTop(room.top() + cut + gap / 2)
    yield from blocks(first, dice)
    yield from blocks(second, dice)


def windows(block: QRectF) -> Iterator[tuple[float, float, bool]]:
    """Places of windows in a block and whether they are of its outer rows."""
    columns, rows = int(block.width() / PITCH), int(block.height() / PITCH)
    left = block.left() + (block.width() - columns * PITCH) / 2
    top = block.top() + (block.height() - rows * PITCH) / 2
    for row in range(rows):
        for column in range(columns):
            edge = min(row, column, rows - 1 - row, columns - 1 - column)
            yield left + (column + 0.5) * PITCH, top + (row + 0.5) * PITCH, edge < 3


class Town:
    """The picture of a layer while it is painted."""

    def __init__(self, layer: str = "city") -> None:
        self.green = layer == "city-green"
        self.air = layer == "city-air"
        self.dice = random.Random(23)  # noqa: S311 - a look, not a secret
        self.image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_RGB32)
        self.image.fill(QColor(NIGHT))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(SCALE, SCALE)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.river = spline(RIVER)

    def paint(self) -> QImage:
        """All of it, from the ground up."""
        banks = ribbon(self.river, RIVER_WIDTH + 2 * BANK)
        turn = QTransform().translate(WIDTH / 2, HEIGHT / 2).rotate(TURN)
        for block in blocks(QRectF(-760, -760, 1520, 1520), self.dice):
            outline = QPainterPath()
            outline.addRect(block)
            shape = turn.map(outline).subtracted(banks)
            if shape.boundingRect().intersects(QRectF(0, 0, WIDTH, HEIGHT)):
                self.block(block, shape, turn)
        self.water()
        if self.air:
            self.sensors()
        elif self.green:
            self.riverside()
        else:
            self.flight(turn)
        self.painter.end()
        return self.image

    def block(self, block: QRectF, shape: QPainterPath, turn: QTransform) -> None:
        """A block of houses around its yard, or a park."""
        park = self.dice.random() < PARK_SHARE
        self.painter.fillPath(shape, colour(PARK if park else BLOCK))
        if park and self.green:
            self.painter.fillPath(shape, colour(FIR, 0.22))
        self.painter.save()
        self.painter.setClipPath(shape)
        self.painter.setTransform(turn, True)
        if park:
            self.trees(block)
        else:
            self.lights(block)
        self.painter.restore()

    def trees(self, block: QRectF) -> None:
        """Dots, never in rows."""
        for _ in range(int(block.width() * block.height() / 260)):
            place = QPointF(
                self.dice.uniform(block.left() + 6, block.right() - 6),
                self.dice.uniform(block.top() + 6, block.bottom() - 6),
            )
            opacity = self.dice.uniform(0.3, 0.8)
            self.painter.setBrush(colour(FIR, min(1.0, opacity * 1.7) if self.green else opacity))
            radius = self.dice.uniform(1.4, 3.0)
            self.painter.drawEllipse(place, radius, radius)

    def lights(self, block: QRectF) -> None:
        """Windows as stitches; a few are lit, many are dark, yards are empty."""
        awake = self.dice.uniform(0.35, 1.0)
        for x, y, outer in windows(block):
            chance = self.dice.random()
            if not outer or chance < DARK_SHARE:
                continue
            lit = chance > 1 - LIT_SHARE * awake
            name = HOT if lit else BRICK
            opacity = 1.0 if lit else awake * self.dice.choice((0.18, 0.3, 0.45, 0.7))
            self.painter.setBrush(colour(name, opacity * (REST_SHARE if self.green else 1.0)))
            stitch = QRectF(x - WINDOW / 2, y - WINDOW / 2, WINDOW, WINDOW)
            self.painter.drawRoundedRect(stitch, 1.0, 1.0)

    def water(self) -> None:
        """The river: calm weft, and the lights of two bridges."""
        bed = ribbon(self.river, RIVER_WIDTH)
        self.painter.fillPath(bed, colour(WATER))
        self.painter.save()
        self.painter.setClipPath(bed)
        self.painter.setPen(QPen(colour("#7CC4E8", 0.16), 1.3))
        for step in range(-20, HEIGHT + 40, 7):
            self.painter.drawLine(QPointF(0, step), QPointF(WIDTH, step + 26))
        self.painter.restore()
        self.painter.setPen(Qt.PenStyle.NoPen)
        for share in (0.66, 0.9):
            x, y = self.river[int(share * len(self.river))]
            self.bridge(x, y)

    def bridge(self, x: float, y: float) -> None:
        """A row of lamps from bank to bank."""
        angle = math.radians(TURN)
        reach = RIVER_WIDTH / 2 + BANK
        for k in range(-9, 10):
            away = k / 9 * reach
            place = QPointF(x + away * math.cos(angle), y + away * math.sin(angle))
            self.painter.setBrush(colour(HOT, 0.75))
            self.painter.drawEllipse(place, 1.7, 1.7)

    def flight(self, turn: QTransform) -> None:
        """The thread to and fro, brighter the later, and the light at its end."""
        line: list[Point] = []
        for k in range(PASSES):
            y = -HEIGHT / 2 + 70 + k * PASS_GAP
            ends = [(-420.0, y), (-140.0, y - 5), (160.0, y + 5), (470.0, y)]
            line += ends if k % 2 == 0 else ends[::-1]
        way = spline([(-780.0, line[0][1] - 20), *line[1:-1]])
        points = [turn.map(QPointF(*point)) for point in way]
        self.thread(points)
        self.light(points[-1])

    def riverside(self) -> None:
        """The thread along the farther bank, as far as the light at its end."""
        away = RIVER_WIDTH / 2 + BANK + 30
        bank = [(x + away, y - away * 0.3) for x, y in self.river]
        points = [QPointF(*point) for point in bank[: int(0.62 * len(bank))]]
        self.thread(points)
        self.light(points[-1])

    def sensors(self) -> None:
        """Lights with rings, as far from each other as a town is wide."""
        places: list[Point] = []
        for _sensor in range(SENSORS):
            tries = [
                (self.dice.uniform(40, WIDTH - 40), self.dice.uniform(40, HEIGHT - 40))
                for _try in range(TRIES)
            ]
            places.append(max(tries, key=lambda one: _apart(one, places)))
        for x, y in places:
            self.light(QPointF(x, y), 0.62)

    def thread(self, points: list[QPointF]) -> None:
        """The amber thread through points, with its halo and its beads."""
        beads = resample([(p.x(), p.y()) for p in points], 13.0)
        halo = QPolygonF(points)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, opacity in ((30, 0.035), (16, 0.06), (8, 0.12), (2.6, 0.85)):
            pen = QPen(colour(AMBER, opacity), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self.painter.setPen(pen)
            self.painter.drawPolyline(halo)
        self.painter.setPen(Qt.PenStyle.NoPen)
        for x, y in beads:
            radius = 3.2 * self.dice.uniform(0.8, 1.2)
            self.painter.setBrush(colour("#FFEBC4", 0.95))
            self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def light(self, place: QPointF, size: float = 1.0) -> None:
        """The aeroplane, a sensor, the end of a walk: a light with a ring."""
        glow = QRadialGradient(place, 120 * size)
        for stop, opacity in ((0.0, 0.5), (0.35, 0.19), (1.0, 0.0)):
            glow.setColorAt(stop, colour(AMBER, opacity))
        self.painter.setBrush(QBrush(glow))
        self.painter.drawEllipse(place, 120 * size, 120 * size)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(colour(HOT), 3 * size))
        self.painter.drawEllipse(place, 26 * size, 26 * size)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour("#FFFFFF"))
        self.painter.drawEllipse(place, 8 * size, 8 * size)


def _apart(place: Point, others: list[Point]) -> float:
    """How far a place is from the nearest of the others."""
    return min((math.dist(place, other) for other in others), default=math.inf)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for layer in LAYERS:
        Town(layer).paint().save(str(FOLDER / f"{layer}.jpg"), quality=QUALITY)


if __name__ == "__main__":
    main()
