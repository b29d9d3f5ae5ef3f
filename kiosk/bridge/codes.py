"""QR codes: what a text looks like as modules, and the picture of them for QML.

`QrCode` tells a view how many modules a code has, so that it can give each of them whole pixels;
`image://code/<ink>/<text in base64>` is the code with one pixel per module and its quiet zone, to
be enlarged without smoothing. The library is imported when the first code is shown. Knows no theme.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.late import LateHelper, late_input, late_output
from kiosk.content import takeaway

QUIET = 4
"""Modules of empty ground around a code (ISO/IEC 18004)."""
LEVEL = "m"
"""Error correction: 15 % of the code may be covered or scratched."""


@lru_cache(maxsize=32)
def modules(text: str) -> tuple[bytes, ...]:
    """The rows of a code, a byte of 1 for each dark module, without the quiet zone."""
    import segno  # only stands that show a code pay for it

    code = segno.make(text, error=LEVEL, micro=False, boost_error=False, encoding="utf-8")
    return tuple(bytes(row) for row in code.matrix)


def picture(text: str, ink: str) -> QImage:
    """A code in a colour (RGB hex) on a transparent ground, one pixel per module."""
    rows = modules(text)
    side = len(rows) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    colour = QColor(f"#{ink}")
    for y, row in enumerate(rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            if dark:
                image.setPixelColor(x, y, colour)
    return image


def requested(address: str, _size: QSize) -> QImage:
    """The picture of `INK/TEXT IN BASE64`; none for an address that is not one of ours."""
    ink, _, written = address.partition("/")
    try:
        text = base64.urlsafe_b64decode(written).decode()
    except ValueError:
        return QImage()
    return picture(text, ink) if takeaway.fits(text) else QImage()


class QrCode(LateHelper):
    """`text` in; `across` out, the modules of a side with the quiet zone, and `address`, that of
    its picture without the colour. Both are empty for a text that does not fit a code."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""

    def _across(self) -> int:
        fits = self.complete and takeaway.fits(self._text)
        return len(modules(self._text)) + 2 * QUIET if fits else 0

    def _address(self) -> str:
        return base64.urlsafe_b64encode(self._text.encode()).decode() if self._across() else ""

    text = late_input(str, "_text", changed)
    across = late_output(int, _across, changed)
    address = late_output(str, _address, changed)
