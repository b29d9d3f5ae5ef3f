"""The picture of the town: sharp at 4K, small enough for the bundle, and what its tool draws."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer

from tools import draw_city

PICTURE = Path(__file__).resolve().parents[2] / draw_city.TARGET


def test_size() -> None:
    with Image.open(PICTURE) as image:
        assert image.size == (2240, 1800)
    assert PICTURE.stat().st_size < 1_000_000


def test_it_is_what_the_tool_draws() -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert draw_city.Town().paint().save(buffer, "PNG")  # type: ignore[call-overload]
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as drawn, Image.open(PICTURE) as kept:
        difference = ImageChops.difference(drawn.convert("RGB"), kept.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < 6


def test_the_thread_is_the_brightest_thing() -> None:
    with Image.open(PICTURE) as image:
        bright = image.convert("L").point(lambda tone: 255 if tone > 215 else 0)
        dark = image.convert("L").point(lambda tone: 255 if tone < 60 else 0)
    assert 0.002 < ImageStat.Stat(bright).mean[0] / 255 < 0.04
    assert ImageStat.Stat(dark).mean[0] / 255 > 0.6
