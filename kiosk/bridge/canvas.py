"""Pictures that QML asks for by an address: what it says, and an empty picture of that size.

An address is `name=value&name=value`; `width`, `height` (px) and `ratio` (device pixels per px) are
among the numbers of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

LARGEST = 8192
"""Device pixels of a side, however much is asked for."""


def asked(address: str, numbers: Iterable[str]) -> tuple[dict[str, str], dict[str, float]]:
    """The words of an address, and those of these names as numbers."""
    words = dict(parse_qsl(address.lstrip("?"), keep_blank_values=True))
    return words, {name: float(words[name]) for name in numbers}


def empty(number: Mapping[str, float]) -> QImage:
    """A transparent picture of the size that is asked for."""
    sides = (number[name] * number["ratio"] for name in ("width", "height"))
    wide, high = (min(LARGEST, max(1, round(side))) for side in sides)
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def painter_of(image: QImage, ratio: float) -> QPainter:
    """A painter on a picture, for lengths in px."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    return painter
