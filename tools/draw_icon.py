"""Draws the icon of the program for Windows: the diamond of the house, amber on a dark ground."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image, ImageDraw

TOKENS = Path(__file__).resolve().parent.parent / "kiosk/qml/Kiosk/Controls/tokens.json"
CELLS = 9
"""Stitches across the diamond, as `kiosk.bridge.painting` has it."""
SIZES = (16, 20, 24, 32, 48, 64, 256)
_CELL_PX = 24
_EDGE = 2
"""Cells of ground around the diamond."""


def picture() -> Image.Image:
    """The icon at its largest: rings of stitches around the one in the middle."""
    colours = json.loads(TOKENS.read_text(encoding="utf-8"))["themes"]["dark"]["colors"]
    side = (CELLS + 2 * _EDGE) * _CELL_PX
    image = Image.new("RGB", (side, side), colours["background"])
    pen = ImageDraw.Draw(image)
    middle = CELLS // 2
    for row in range(CELLS):
        for column in range(CELLS):
            if (abs(row - middle) + abs(column - middle)) in (0, 2, 4):
                x, y = (column + _EDGE) * _CELL_PX, (row + _EDGE) * _CELL_PX
                pen.rectangle((x + 1, y + 1, x + _CELL_PX - 2, y + _CELL_PX - 2), colours["amber"])
    return image


def draw(target: Path) -> None:
    """Write it as an .ico with all sizes that Windows asks for; the same bytes each time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture().save(target, format="ICO", sizes=[(size, size) for size in SIZES])
