"""The largest of some font sizes at which all of some texts fit, for QML.

Answers of a quiz share one size, a very large number steps down until it fits, and a chart's side
column is as wide as its widest name. Qt fits one text at a time and cannot do that.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.bridge.late import LateHelper, late_input, late_output


class TextFit(LateHelper):
    """Inputs: texts, the font (family and weight), sizes in px from large to small, the room.

    `tracking` is letter spacing in em. Without a height the texts stay on one line; with one they
    wrap, and `line` is the line height as a factor of the size. Outputs: `size` in px (the last
    one when none fits), `widest`, the width of the widest unbroken text at that size, and `lines`,
    the most lines that one of them takes in the width.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._font = QFont()
        self._sizes: list[float] = []
        self._tracking = 0.0
        self._line = 1.1
        self._width = 0.0
        self._height = 0.0
        self._chosen: tuple[float, float, int] | None = None

    texts = late_input("QStringList", "_texts", changed)
    font = late_input(QFont, "_font", changed)
    sizes = late_input("QVariantList", "_sizes", changed)
    tracking = late_input(float, "_tracking", changed)
    line = late_input(float, "_line", changed)
    width = late_input(float, "_width", changed)
    height = late_input(float, "_height", changed)
    size = late_output(float, lambda self: self.choice()[0], changed)
    widest = late_output(float, lambda self: self.choice()[1], changed)

    lines = late_output(int, lambda self: self.choice()[2], changed)

    def refresh(self) -> None:
        self._chosen = None

    def choice(self) -> tuple[float, float, int]:
        """The chosen size and the width of the widest text, in px, and the most lines."""
        if not self.complete:
            return 1.0, 0.0, 1
        if self._chosen is None:
            sizes = [float(size) for size in self._sizes] or [1.0]
            size = next((size for size in sizes if self._fits(size)), sizes[-1])
            metrics = self._metrics(size)
            widths = [metrics.horizontalAdvance(text) for text in self._texts]
            lines = [self._lines(metrics, text) for text in self._texts]
            self._chosen = size, max(widths, default=0.0), max(lines, default=1)
        return self._chosen

    def _metrics(self, size: float) -> QFontMetricsF:
        font = QFont(self._font)
        font.setPixelSize(max(round(size), 1))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._tracking * size)
        return QFontMetricsF(font)

    def _fits(self, size: float) -> bool:
        metrics = self._metrics(size)
        if self._height <= 0:
            return all(metrics.horizontalAdvance(text) <= self._width for text in self._texts)
        lines = max(int(self._height / (size * self._line)), 1)
        return all(self._fits_wrapped(metrics, text, lines) for text in self._texts)

    def _fits_wrapped(self, metrics: QFontMetricsF, text: str, lines: int) -> bool:
        words = [metrics.horizontalAdvance(word) for word in text.replace("\u00ad", " ").split()]
        return max(words, default=0.0) <= self._width and self._lines(metrics, text) <= lines

    def _lines(self, metrics: QFontMetricsF, text: str) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(QRectF(0, 0, self._width, 1.0e6), flags, text)
        return max(round(box.height() / metrics.lineSpacing()), 1)
