"""Paints the pictures of the attract loop's chain of light: two shapes, two themes.

People hand in hand, each a cloud of points inside a silhouette, wind from the near left to the
dawn. The points are drawn once here, so that the running kiosk only loads a picture; the sky, which
has nothing fine in it, is a small one of its own and takes a sixteenth of the memory. The same
seed gives the same picture. Run it from the repository's root: `python tools/paint_chain.py`.
"""

from __future__ import annotations

import math
import random
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QRadialGradient

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk.bridge.threadpath import resample, spline

FOLDER = Path("kiosk/qml/Kiosk/Ui/pictures")
SCALE = 4 / 3
QUALITY = 82
SKY_QUALITY = 95
COARSER = 4
"""How many pixels of the painting one of the sky's is wide."""
GLOW = "#FFD58C"
"""The light between two hands, in the dark."""
HUMAN_METRES = 1.62
Point = tuple[float, float]


@dataclass(frozen=True)
class Shot:
    """A camera over the plain: sizes in u, the way of the chain in metres (across, away).

    Nobody reaches into the `sky`; so high is the part that is a picture of its own.
    """

    width: int
    height: int
    horizon: float
    centre: float
    dawn: float
    camera: float
    focal: float
    way: tuple[Point, ...]
    scale: float = SCALE
    sky: int = 0


@dataclass(frozen=True)
class Ink:
    """Colours of a theme. In the dark, light adds up; on linen, colour covers."""

    sky: tuple[str, str]
    ground: tuple[str, str]
    body: str
    bright: str
    dawn: str
    adds: bool


LANDSCAPE = Shot(
    1920, 1080, 471, 960, 1440, 3.17, 1000,
    ((-9, 5.8), (-5.5, 6.2), (-0.4, 6.9), (5.1, 8.6), (7.6, 10.3), (8.7, 12.5), (8.1, 17),
     (5.6, 25), (1.7, 34), (3, 46), (19, 66), (46, 105), (72, 150)),
    sky=471,
)  # fmt: skip
PORTRAIT = Shot(
    1080, 1920, 900, 540, 800, 3.9, 1000,
    ((-5, 4.7), (-2.9, 5.3), (-0.2, 6.2), (2.6, 7.6), (4.1, 9.2), (4.4, 11.5), (2.6, 15),
     (-2.6, 21), (-6.2, 28), (-6, 38), (6, 60), (22, 100), (38, 150)),
    sky=900,
)  # fmt: skip
DARK = Ink(
    ("#070B0C", "#17211F"), ("#070A0A", "#050808"), "#FBAE38", "#FFE0A4", "#F6B040", adds=True
)
LIGHT = Ink(
    ("#F6F1E7", "#EFE3CB"), ("#EFE7D8", "#F6F1E7"), "#8A5208", "#744400", "#F0B860", adds=False
)


def inside(across: float, up: float) -> bool:
    """Whether a point (in body heights; 0 feet, 1 crown) lies in the silhouette."""
    if up > 0.875:
        return math.hypot(across / 0.05, (up - 0.938) / 0.062) < 1
    if up > 0.845:
        return abs(across) < 0.026
    if up < 0.43 and abs(across) < 0.008 + 0.006 * (0.43 - up):
        return False
    return abs(across) < half_width(up)


def half_width(up: float) -> float:
    """Half of the width of shoulders, trunk and legs at a height."""
    if up > 0.8:
        return 0.026 + (0.845 - up) / 0.045 * 0.085
    if up > 0.52:
        return 0.111 - (0.8 - up) / 0.28 * 0.038
    return 0.075 if up > 0.45 else 0.078 - (0.45 - up) / 0.45 * 0.03


class Painting:
    """One picture in the making; lengths in px of the picture."""

    def __init__(self, shot: Shot, ink: Ink) -> None:
        self.shot, self.ink = shot, ink
        self.dice = random.Random(11)  # noqa: S311 - a look, not a secret
        size = (round(shot.width * shot.scale), round(shot.height * shot.scale))
        self.image = QImage(*size, QImage.Format.Format_RGB32)
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(shot.scale, shot.scale)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def paint(self) -> QImage:
        """Sky, plain, and the people from the far end to the near one."""
        self._ground()
        if self.ink.adds:
            self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        people = self._people()
        for person, neighbour in reversed(list(pairwise(people))):
            self._person(*person)
            self._hands(person, neighbour)
        self.painter.end()
        return self.image

    def _colour(self, name: str, alpha: float) -> QColor:
        colour = QColor(name)
        colour.setAlphaF(max(0.0, min(1.0, alpha)))
        return colour

    def _ground(self) -> None:
        shot, ink = self.shot, self.ink
        for top, bottom, colours in (
            (0.0, shot.horizon, ink.sky),
            (shot.horizon, shot.height, ink.ground),
        ):
            fill = QLinearGradient(0, top, 0, bottom)
            fill.setColorAt(0, QColor(colours[0]))
            fill.setColorAt(1, QColor(colours[1]))
            self.painter.fillRect(QRectF(0, top, shot.width, bottom - top), fill)
        self.painter.setClipRect(QRectF(0, 0, shot.width, shot.horizon))
        self.painter.save()
        self.painter.translate(shot.dawn, shot.horizon)
        self.painter.scale(1, 0.5)
        for reach, alpha in ((1050, 0.16), (620, 0.18), (300, 0.28)):
            self._glow(0, 0, reach, alpha, ink.dawn)
        self.painter.restore()
        self.painter.setClipping(False)
        y, step = shot.horizon + 6, 4.0
        while y < shot.height:
            self.painter.fillRect(QRectF(0, y, shot.width, 1), self._colour(ink.body, 0.035))
            y, step = y + step, step * 1.04
        self._grain()

    def _grain(self) -> None:
        """Fine noise, so that the soft light does not fall into visible steps."""
        tile = QImage(96, 96, QImage.Format.Format_ARGB32)
        for at in range(96 * 96):
            level = self.dice.choice((0, 255))
            tile.setPixelColor(
                at % 96, at // 96, QColor(level, level, level, self.dice.randint(0, 6))
            )
        self.painter.fillRect(QRectF(0, 0, self.shot.width, self.shot.height), QBrush(tile))

    def _people(self) -> list[tuple[float, float, float, float]]:
        """x, y of the feet, height, and how closely it is drawn, from near to far."""
        shot, people = self.shot, []
        for across, away in resample(spline(shot.way, 160), 1.05):
            metres = HUMAN_METRES + self.dice.uniform(0, 0.22)
            metres -= 0.45 if self.dice.random() < 0.13 else 0
            scale = shot.focal / away
            x, y = shot.centre + across * scale, shot.horizon + shot.camera * scale
            people.append((x, y, metres * scale, min(1.0, 0.45 + scale / 160)))
        return people

    def _person(self, x: float, y: float, height: float, strength: float) -> None:
        self._glow(x, y - 0.9 * height, height * 0.36, 0.15 * strength)
        self._glow(x, y - 0.62 * height, height * 0.45, 0.05 * strength)
        if height < 9:
            self._dot(x, y - 0.7 * height, max(1.2, height * 0.26), self.ink.bright, 0.7)
            return
        lean = self.dice.uniform(-0.015, 0.015)
        grain = max(0.8, min(1.9, height * 0.0076))
        for _ in range(min(5200, round(height * height * 0.09 + 60))):
            across, up = self.dice.uniform(-0.15, 0.15), 1 - self.dice.random() ** 0.8
            if inside(across, up):
                self._speck(x + (across + lean * up) * height, y - up * height, up, grain, strength)
        for _ in range(min(260, round(height * height * 0.008 + 14))):
            turn, away = self.dice.uniform(0, math.tau), math.sqrt(self.dice.random())
            at = QPointF(math.cos(turn) * 0.048 * away, math.sin(turn) * 0.06 * away) * height
            self._dot(
                x + lean * height + at.x(),
                y - 0.938 * height + at.y(),
                grain * self.dice.uniform(0.6, 1.3),
                self.ink.bright,
                self.dice.uniform(0.5, 1) * strength,
            )

    def _speck(self, x: float, y: float, up: float, grain: float, strength: float) -> None:
        fade = 1.0 if up > 0.45 else (up / 0.45) ** 1.25
        bright = self.dice.random() < 0.2
        alpha = fade * strength * (0.95 if bright else 0.15 + 0.8 * self.dice.random() ** 1.4)
        colour = self.ink.bright if bright else self.ink.body
        self._dot(x, y, grain * self.dice.uniform(0.6, 1.3), colour, alpha)

    def _hands(
        self,
        one: tuple[float, float, float, float],
        other: tuple[float, float, float, float],
    ) -> None:
        """Two hanging arms that meet in a point of light."""
        gap = abs(other[0] - one[0]) / one[2]
        if not 0.06 < gap < 1.4 or one[2] < 14:
            return
        side = math.copysign(0.1, other[0] - one[0])
        meet = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2 - 0.225 * (one[2] + other[2]))
        for x, y, height, strength, turn in ((*one, side), (*other, -side)):
            start = (x + turn * height, y - 0.79 * height)
            bend = (start[0] + (meet[0] - start[0]) * 0.32, start[1] + (meet[1] - start[1]) * 0.72)
            for _ in range(round(math.dist(start, meet) * 2.2)):
                t = self.dice.random()
                at = [
                    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
                    for a, b, c in zip(start, bend, meet, strict=True)
                ]
                jitter = height * 0.016
                self._dot(
                    at[0] + self.dice.uniform(-jitter, jitter),
                    at[1] + self.dice.uniform(-jitter, jitter),
                    max(0.8, min(1.8, height * 0.007)) * self.dice.uniform(0.6, 1.3),
                    self.ink.bright if self.dice.random() < t * t * 0.6 else self.ink.body,
                    self.dice.uniform(0.45, 0.95) * strength,
                )
        self._glow(*meet, one[2] * 0.11, 0.6 * one[3], GLOW if self.ink.adds else "")

    def _dot(self, x: float, y: float, size: float, colour: str, alpha: float) -> None:
        rect = QRectF(x - size / 2, y - size / 2, size, size)
        self.painter.fillRect(rect, self._colour(colour, alpha))

    def _glow(self, x: float, y: float, radius: float, alpha: float, colour: str = "") -> None:
        fill = QRadialGradient(x, y, radius)
        strength = alpha if self.ink.adds or colour else alpha * 0.55
        for at, share in ((0, 1.0), (0.35, 0.38), (1, 0.0)):
            fill.setColorAt(at, self._colour(colour or self.ink.body, strength * share))
        self.painter.fillRect(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), fill)


def write(picture: QImage, path: Path, quality: int) -> None:
    """As a JPEG with colour in every pixel: shared by four, the small lights would turn grey."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    rows = (bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())
    Image.frombytes("RGB", size, *rows).save(path, quality=quality, subsampling=0, optimize=True)


def divided(picture: QImage, shot: Shot) -> tuple[QImage, QImage]:
    """The sky, small, and all below it."""
    width, height, edge = picture.width(), picture.height(), round(shot.sky * shot.scale)
    size = (round(width / COARSER), round(edge / COARSER))
    smooth = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    sky = picture.copy(0, 0, width, edge).scaled(*size, *smooth)
    return sky, picture.copy(0, edge, width, height - edge)


def main() -> None:
    """Write the four pictures, each in two parts."""
    FOLDER.mkdir(exist_ok=True)
    for shape, shot in (("landscape", LANDSCAPE), ("portrait", PORTRAIT)):
        for theme, ink in (("dark", DARK), ("light", LIGHT)):
            sky, people = divided(Painting(shot, ink).paint(), shot)
            write(sky, FOLDER / f"sky-{shape}-{theme}.jpg", SKY_QUALITY)
            write(people, FOLDER / f"chain-{shape}-{theme}.jpg", QUALITY)


if __name__ == "__main__":
    main()
