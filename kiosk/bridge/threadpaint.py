"""A thread that stays as it is, painted once as a picture.

Without a GPU the strokes and beads of one thread cost 8 ms each time anything under them is
painted; its picture costs less than one. `image://thread/?points=0,50;300,50&smooth=1&progress=1&
spacing=12&radius=2.7&spread=0.25&seed=3&x=-11&y=39&width=322&height=22&stroke=2&halo=1&strength=1&
ink=f6b545&bead=fadba1&ratio=1` gives the part of the plane at `x`, `y`. Lengths in px, colours RGB
hex. Knows no theme; `kiosk/qml/Kiosk/Controls/Thread.qml` draws the same thread as shapes.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from kiosk.bridge import canvas
from kiosk.bridge.threadpath import Point, cut, length, resample, sizes, spline

HALO = ((11, 0.025), (6, 0.05), (3, 0.09))
"""Widths of the halo in widths of the stroke, and their opacities."""
CORE_OPACITY, BEAD_OPACITY = 0.75, 0.9


def paint(address: str) -> QImage:
    """The picture behind an address."""
    asked, number = canvas.asked(address, NUMBERS)
    image = canvas.empty(number)
    given = [point.split(",") for point in asked["points"].split(";")]
    points = [(float(x), float(y)) for x, y in given]
    line = spline(points) if number["smooth"] else points
    line = cut(line, length(line) * number["progress"])
    painter = canvas.painter_of(image, number["ratio"])
    left, top = number["x"], number["y"]
    painter.translate(-left, -top)
    _strokes(painter, line, asked["ink"], number)
    if number["spacing"] > 0:
        _beads(painter, line, asked["bead"], number)
    painter.end()
    return image


NUMBERS = (
    *("x", "y", "width", "height", "ratio", "smooth", "progress"),
    *("stroke", "halo", "strength", "spacing", "radius", "spread", "seed"),
)


def _strokes(painter: QPainter, line: list[Point], ink: str, number: dict[str, float]) -> None:
    polygon = QPolygonF([QPointF(x, y) for x, y in line])
    halo = [(wide, share * number["halo"]) for wide, share in HALO if number["halo"] > 0]
    for wide, share in [*halo, (1, CORE_OPACITY * number["strength"])]:
        pen = QPen(_colour(ink, share), wide * number["stroke"])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(polygon)


def _beads(painter: QPainter, line: list[Point], bead: str, number: dict[str, float]) -> None:
    centres = resample(line, number["spacing"])
    radii = sizes(len(centres), number["radius"], number["spread"], round(number["seed"]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(bead, BEAD_OPACITY * number["strength"]))
    for (x, y), radius in zip(centres, radii, strict=True):
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _colour(hex_rgb: str, opacity: float) -> QColor:
    colour = QColor(f"#{hex_rgb}")
    colour.setAlphaF(min(1.0, opacity))
    return colour


def requested(address: str, _size: QSize) -> QImage:
    """The thread."""
    return paint(address)
