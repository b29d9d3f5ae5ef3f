"""Draw the pictures of assets/demo: test cards in three shapes and in the three kinds of files.

A card shows whether a picture is whole, upright and in proportion: a frame at its edge, a letter in
each corner, a round circle in the middle over a woven ground. Run it from the repository's root:
`python tools/draw_demo.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QPen

from kiosk.bridge import fonts

FOLDER = Path("assets/demo/assets")
CARDS = {"landscape.jpg": (1280, 720), "upright.png": (720, 1280), "panorama.webp": (1920, 480)}
QUALITY = 82
NIGHT, STITCH, LINEN, AMBER = "#0A0D0E", "#16242B", "#F4EFE6", "#F6B545"
STITCH_PX, FRAME_PX, LETTER_PX, MARGIN_PX = 40, 12, 96, 40
CORNERS = (
    ("A", Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop),
    ("B", Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop),
    ("C", Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom),
    ("D", Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom),
)


def weave(painter: QPainter, width: int, height: int) -> None:
    """Every other stitch a little lighter, row by row."""
    for row in range(height // STITCH_PX + 1):
        for column in range(row % 2, width // STITCH_PX + 1, 2):
            x, y = column * STITCH_PX, row * STITCH_PX
            painter.fillRect(QRectF(x + 2, y + 2, STITCH_PX - 4, STITCH_PX - 4), QColor(STITCH))


def card(width: int, height: int) -> QImage:
    """A test card of a size."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(NIGHT))
    painter = QPainter(image)
    weave(painter, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(AMBER), FRAME_PX))
    half = FRAME_PX / 2
    painter.drawRect(QRectF(half, half, width - FRAME_PX, height - FRAME_PX))
    radius = 0.3 * min(width, height)
    painter.drawEllipse(QPointF(width / 2, height / 2), radius, radius)
    font = QFont(QFontDatabase.applicationFontFamilies(0)[0])
    font.setPixelSize(LETTER_PX)
    painter.setFont(font)
    painter.setPen(QColor(LINEN))
    room = QRectF(0, 0, width, height).adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
    for letter, corner in CORNERS:
        painter.drawText(room, corner, letter)
    painter.end()
    return image


def main() -> None:
    """Write the pictures."""
    app = QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    for path in fonts.text_fonts(("Medium",)):
        QFontDatabase.addApplicationFont(str(path))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, size in CARDS.items():
        card(*size).save(str(FOLDER / name), quality=QUALITY)
    del app


if __name__ == "__main__":
    main()
