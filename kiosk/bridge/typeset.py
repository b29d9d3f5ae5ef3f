"""Where a headline breaks: balanced lines, and what happens to a word that is too long.

Qt wraps greedily, which leaves one short word on the last line. `balanced()` lays the text out
once, then narrows the column until one more line would appear. A word that does not fit at all
first shrinks the text to 82 % at most, then breaks anywhere; soft hyphens are respected because
QTextLayout does. `Balance` is the same for QML. Knows nothing about content or theme.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.bridge.late import LateHelper, late_input, late_output

SMALLEST_SCALE = 0.82
MOST_BALANCED_LINES = 6
NO_LIMIT = 1.0e6


@dataclass(frozen=True, slots=True)
class Face:
    """What a text is set in; `tracking` is letter spacing in em."""

    family: str
    pixel_size: int
    weight: int
    tracking: float

    def scaled(self, scale: float) -> Face:
        """The same face smaller, in whole pixels as Text draws it."""
        return Face(self.family, max(1, round(self.pixel_size * scale)), self.weight, self.tracking)

    def font(self) -> QFont:
        """The face as QFont."""
        font = QFont(self.family)
        font.setPixelSize(self.pixel_size)
        font.setWeight(QFont.Weight(self.weight))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.tracking * self.pixel_size)
        return font


@dataclass(frozen=True, slots=True)
class Fit:
    """How to set a text: column width in px, scale of the size, and whether words may break."""

    width: float
    scale: float
    anywhere: bool
    lines: int


@lru_cache(maxsize=2048)
def _broken(text: str, face: Face, width: float, anywhere: bool) -> tuple[int, float, bool]:
    """Number of lines at a column width, the widest in px, and whether a hyphen ends a line."""
    option = QTextOption()
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if anywhere else mode.WordWrap)
    option.setUseDesignMetrics(True)  # as Text does: without it lines differ by a pixel or two
    lines, widest, hyphen = 0, 0.0, False
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, face.font())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines += 1
            widest = max(widest, line.naturalTextWidth())
            end = line.textStart() + line.textLength()
            hyphen = hyphen or (end < len(paragraph) and paragraph[end - 1] == "-")
        layout.endLayout()
    return lines, widest, hyphen


def _fits(text: str, face: Face, available: float, most: int) -> bool:
    lines, widest, _ = _broken(text, face, available, anywhere=False)
    return widest <= available + 0.5 and (most <= 0 or lines <= most)


def _largest_face(text: str, face: Face, available: float, most: int) -> tuple[Face, bool]:
    """The largest size from 100 to 82 % at which all words fit, and whether one did."""
    smallest = face.scaled(SMALLEST_SCALE)
    for size in range(face.pixel_size, smallest.pixel_size - 1, -1):
        tried = Face(face.family, size, face.weight, face.tracking)
        if _fits(text, tried, available, most):
            return tried, True
    return smallest, _broken(text, smallest, available, anywhere=False)[1] <= available + 0.5


def _narrowest(text: str, face: Face, available: float, lines: int) -> float:
    """The narrowest column in which the text still takes this many lines."""
    low, high = available / lines * 0.5, available
    while high - low > 1:
        middle = (low + high) / 2
        count, widest, _ = _broken(text, face, middle, anywhere=False)
        if count <= lines and widest <= middle:
            high = middle
        else:
            low = middle
    return _without_hyphen(text, face, high, available)


def _without_hyphen(text: str, face: Face, narrowest: float, available: float) -> float:
    """A little wider if that keeps a compound word (fifty-seventh) on one line."""
    if "-" not in text:
        return narrowest
    step = max(1.0, (available - narrowest) / 40)
    width = narrowest
    while width <= available:
        if not _broken(text, face, width, anywhere=False)[2]:
            return width
        width += step
    return narrowest


@lru_cache(maxsize=512)
def balanced(text: str, face: Face, available: float, most_lines: int = 0) -> Fit:
    """Width, scale and wrapping for a heading in a column of `available` px."""
    if not text or available <= 0:
        return Fit(available, 1.0, False, 0)
    chosen, whole = _largest_face(text, face, available, most_lines)
    scale = chosen.pixel_size / face.pixel_size
    lines, _, _ = _broken(text, chosen, available, anywhere=not whole)
    if not whole or lines < 2 or lines > MOST_BALANCED_LINES:
        return Fit(available, scale, not whole, lines)
    width = _narrowest(text, chosen, available, lines)
    return Fit(min(available, math.ceil(width) + 1.0), scale, False, lines)


def natural_width(text: str, face: Face) -> float:
    """Width in px of the longest line when nothing wraps."""
    return float(math.ceil(_broken(text, face, NO_LIMIT, anywhere=False)[1])) if text else 0.0


def forget_measures() -> None:
    """Texts must be measured again, for fonts have been added."""
    _broken.cache_clear()
    balanced.cache_clear()


class Balance(LateHelper):
    """`balanced()` for QML: set the inputs, bind to `width`, `scale`, `anywhere`, `lineCount`.

    `natural` is the width in px of the longest line when nothing wraps.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._family = ""
        self._pixel_size = 16
        self._weight = 400
        self._tracking = 0.0
        self._available = 0.0
        self._most = 0
        self._fitted: Fit | None = None

    def refresh(self) -> None:
        self._fitted = None

    def _face(self) -> Face:
        return Face(self._family, self._pixel_size, self._weight, self._tracking)

    def _fit(self) -> Fit:
        if not self.complete:
            return Fit(self._available, 1.0, False, 1)
        if self._fitted is None:
            self._fitted = balanced(self._text, self._face(), self._available, self._most)
        return self._fitted

    def _natural(self) -> float:
        return natural_width(self._text, self._face()) if self.complete else 0.0

    text = late_input(str, "_text", changed)
    family = late_input(str, "_family", changed)
    pixelSize = late_input(int, "_pixel_size", changed, lambda size: max(1, size))
    weight = late_input(int, "_weight", changed)
    tracking = late_input(float, "_tracking", changed)
    available = late_input(float, "_available", changed)
    maxLines = late_input(int, "_most", changed)
    width = late_output(float, lambda self: self._fit().width, changed)
    scale = late_output(float, lambda self: self._fit().scale, changed)
    anywhere = late_output(bool, lambda self: self._fit().anywhere, changed)
    lineCount = late_output(int, lambda self: self._fit().lines, changed)
    natural = late_output(float, _natural, changed)
