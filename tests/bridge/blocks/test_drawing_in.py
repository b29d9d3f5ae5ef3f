"""What is drawn in from the start edge is not there before its time, whatever draws it.

The software renderer passes over the clip of a shape where nothing of it would be left, so that
the whole shape appears. Only the picture tells.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "blocks"
PLOTS = {"line": "LinePlot", "share": "ShareCloth"}


def coloured(image: QImage, box: QRectF) -> int:
    """Pixels in a box that are neither ground nor grey."""
    found = 0
    for x in range(int(box.left()), int(box.right()), 2):
        for y in range(int(box.top()), int(box.bottom()), 2):
            colour = QColor(image.pixel(x, y))
            found += colour.saturation() > 90 and colour.value() > 40
    return found


def later_part(shown: Any, kind: str) -> QRectF:
    """The part of a drawing that comes last, without its very end."""
    (plot,) = shown.items(PLOTS[kind])
    box = shown.place(plot)
    return QRectF(
        box.left() + 0.6 * box.width(), box.top(), 0.25 * box.width(), 0.99 * box.height()
    )


@pytest.mark.parametrize("kind", sorted(PLOTS))
def test_what_comes_later_is_not_there_yet(stage: Any, kind: str, wait: Any) -> None:
    block = json.loads((FIXTURES / f"{kind}.json").read_text(encoding="utf-8"))
    shown = stage.show(block, less=False, arrived=False)
    found = []
    for progress in (0.0, 0.02, 0.3, 1.0):
        shown.give(progress=progress)
        wait(300)
        found.append(coloured(stage.window.grabWindow(), later_part(shown, kind)))
    assert found[:3] == [0, 0, 0]
    assert found[3] > 200
