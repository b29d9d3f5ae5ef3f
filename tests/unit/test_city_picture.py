"""The pictures of the town: sharp at 4K, small enough for the bundle, and what their tool draws."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer

from tools import draw_city

ASSETS = Path(__file__).resolve().parents[2] / draw_city.FOLDER

every_layer = pytest.mark.parametrize("layer", draw_city.LAYERS)


def kept(layer: str) -> Path:
    """The picture of a layer in the bundle."""
    return ASSETS / f"{layer}.jpg"


@every_layer
def test_size(layer: str) -> None:
    with Image.open(kept(layer)) as image:
        assert image.size == (2240, 1800)
    assert kept(layer).stat().st_size < 1_000_000


@every_layer
def test_it_is_what_the_tool_draws(layer: str) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert draw_city.Town(layer).paint().save(buffer, "BMP")  # type: ignore[call-overload]
    with (
        Image.open(io.BytesIO(bytes(buffer.data().data()))) as drawn,
        Image.open(kept(layer)) as found,
    ):
        difference = ImageChops.difference(drawn.convert("RGB"), found.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < 6


@every_layer
def test_light_is_the_brightest_thing(layer: str) -> None:
    with Image.open(kept(layer)) as image:
        bright = image.convert("L").point(lambda tone: 255 if tone > 215 else 0)
        dark = image.convert("L").point(lambda tone: 255 if tone < 60 else 0)
    assert 0.0005 < ImageStat.Stat(bright).mean[0] / 255 < 0.04
    assert ImageStat.Stat(dark).mean[0] / 255 > 0.6
