"""Large words that stay as they are, painted once as a picture.

Without a GPU Qt fills glyphs from 64 px on as paths each time anything under them is painted: 5 ms
for the title of home at 1080p. `image://words/?text=Two%20words&family=Manrope&size=94&weight=500&
tracking=-3&column=740&wrap=1&align=1&line=98&x=0&y=-15&air=30&width=800&height=260&ink=ffffff&
ratio=1` gives the words in a picture with `air` around the item, the text's corner at `x`, `y` of
the item. Lengths in px, colours RGB hex. Knows no theme; `kiosk/qml/Kiosk/Controls/ThemeText.qml`
draws the same words as text.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QTextLayout, QTextOption

from kiosk.bridge import canvas

NUMBERS = (
    *("size", "weight", "tracking", "column", "wrap", "align", "line"),
    *("x", "y", "air", "width", "height", "ratio"),
)


def paint(address: str) -> QImage:
    """The picture behind an address."""
    asked, number = canvas.asked(address, NUMBERS)
    image = canvas.empty(number)
    painter = canvas.painter_of(image, number["ratio"])
    painter.setPen(QColor(f"#{asked['ink']}"))
    corner = QPointF(number["air"] + number["x"], number["air"] + number["y"])
    _laid_out(asked["text"], _font(asked["family"], number), number).draw(painter, corner)
    painter.end()
    return image


def _font(family: str, number: dict[str, float]) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(number["size"])))
    font.setWeight(QFont.Weight(round(number["weight"])))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, number["tracking"])
    return font


def _laid_out(text: str, font: QFont, number: dict[str, float]) -> QTextLayout:
    """The lines where Text puts them: each a fixed height below the one before."""
    mode = QTextOption.WrapMode
    option = QTextOption()
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if number["wrap"] else mode.ManualWrap)
    option.setUseDesignMetrics(True)
    option.setAlignment(Qt.AlignmentFlag(round(number["align"])))
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(number["column"])
        line.setPosition(QPointF(line.position().x(), top))
        top += number["line"]
    layout.endLayout()
    return layout


def requested(address: str, _size: QSize) -> QImage:
    """The words."""
    return paint(address)
