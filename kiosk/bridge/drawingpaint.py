"""The small drawing of a story, painted once as a picture.

Without a GPU the first frame that shows a section would have to fill all of its drawings: 14 ms.
`image://drawing/?faint-path=M4 14L316 14&amber-path=M9 26a13 13 0 1 0 26 0z&width=300&height=170&
x=0&y=1&unit=0.9&line=3&ink=5fa8c4&amber=f6b545&bright=fadba1&text=ffffff&ground=16201f&solid=0&
ratio=1` gives the layers in a picture, the box of 320 by 180 units with its corner at `x`, `y`.
Lengths in px, colours RGB hex. Knows no theme; `kiosk/qml/Kiosk/Ui/ShapedDrawing.qml` draws the
same layers as shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from kiosk.bridge import canvas

NUMBERS = ("x", "y", "width", "height", "ratio", "unit", "line", "solid")
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
TAKES = {"M": 2, "L": 2, "h": 1, "v": 1, "C": 6, "Q": 4, "q": 4, "a": 7, "z": 0}
"""Numbers of each command that the drawings use."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What a layer is drawn with: names of colours in the address, "" for none."""

    fill: str = ""
    stroke: str = ""
    opacity: float = 1
    wide: float = 1
    """Of the stroke, in widths of the line."""
    solid: bool = True
    """Whether it is there at all when nothing may be translucent."""


LAYERS = {
    "faint": Layer(stroke="ink", opacity=0.5, wide=0.6),
    "area": Layer(fill="ink", opacity=0.14, solid=False),
    "soft": Layer(fill="ink", opacity=0.45),
    "line": Layer(stroke="ink"),
    "dot": Layer(fill="ink"),
    "thread": Layer(stroke="amber", opacity=0.8),
    "light": Layer(fill="bright"),
    "amber": Layer(fill="amber"),
    "paper": Layer(fill="text"),
    "ring": Layer(fill="ground", stroke="text"),
}
"""From the lowest to the uppermost."""


def paint(address: str) -> QImage:
    """The picture behind an address."""
    asked, number = canvas.asked(address, NUMBERS)
    image = canvas.empty(number)
    painter = canvas.painter_of(image, number["ratio"])
    left, top = number["x"], number["y"]
    painter.translate(left, top)
    scale = QTransform.fromScale(number["unit"], number["unit"])
    solid = number["solid"] > 0
    for name, layer in LAYERS.items():
        data = asked.get(f"{name}-path", "")
        if data and (layer.solid or not solid):
            _dip(painter, layer, asked, number["line"], 1 if solid else layer.opacity)
            painter.drawPath(scale.map(outline(data)))
    painter.end()
    return image


def outline(data: str) -> QPainterPath:
    """The path of SVG data in the few commands of the drawings; arcs are halves of circles."""
    path = QPainterPath()
    tokens = TOKEN.findall(data)
    at = 0
    while at < len(tokens):
        command, at = tokens[at], at + 1
        numbers = [float(token) for token in tokens[at : at + TAKES[command]]]
        at += len(numbers)
        _add(path, command, numbers)
    return path


def _dip(
    painter: QPainter, layer: Layer, asked: dict[str, str], line: float, opacity: float
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if layer.stroke:
        pen = QPen(_colour(asked[layer.stroke], opacity), line * layer.wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
    if layer.fill:
        painter.setBrush(_colour(asked[layer.fill], opacity))


def _add(path: QPainterPath, command: str, numbers: list[float]) -> None:
    here = path.currentPosition()
    match _absolute(command, numbers, here.x(), here.y()):
        case "M", [x, y]:
            path.moveTo(x, y)
        case "L", [x, y]:
            path.lineTo(x, y)
        case "C", [ax, ay, bx, by, x, y]:
            path.cubicTo(ax, ay, bx, by, x, y)
        case "Q", [ax, ay, x, y]:
            path.quadTo(ax, ay, x, y)
        case "a", [radius, _, _, _, _, along, _]:
            left, top = min(here.x(), here.x() + along), here.y() - radius
            path.arcTo(QRectF(left, top, abs(along), 2 * radius), 180 if along > 0 else 0, 180)
        case _:
            path.closeSubpath()


def _absolute(command: str, numbers: list[float], x: float, y: float) -> tuple[str, list[float]]:
    match command, numbers:
        case "h", [along]:
            return "L", [x + along, y]
        case "v", [down]:
            return "L", [x, y + down]
        case "q", [ax, ay, to_x, to_y]:
            return "Q", [x + ax, y + ay, x + to_x, y + to_y]
        case _:
            return command, numbers


def _colour(hex_rgb: str, opacity: float) -> QColor:
    colour = QColor(f"#{hex_rgb}")
    colour.setAlphaF(opacity)
    return colour


def requested(address: str, _size: QSize) -> QImage:
    """The drawing."""
    return paint(address)
