"""The picture of the chain: sharp at 4K, small enough for the bundle, calm where words go."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageStat

PICTURE = Path(__file__).resolve().parents[2] / "assets" / "chain.jpg"


def light_in(box: tuple[int, int, int, int]) -> float:
    """Brightest tone, 0 to 255, in a part of the picture (left, top, right, bottom in px)."""
    with Image.open(PICTURE) as image:
        return ImageStat.Stat(image.convert("L").crop(box)).extrema[0][1]


def test_size() -> None:
    with Image.open(PICTURE) as image:
        assert image.size == (3840, 2160)
    assert PICTURE.stat().st_size < 1_500_000


def test_the_near_one_fills_the_room_beside_a_year() -> None:
    near = PICTURE.with_name("hands.jpg")
    assert near.stat().st_size < 600_000
    with Image.open(near) as image:
        assert image.size == (2096, 1120)
        grey = image.convert("L")
    for left in (0, 1048):
        assert ImageStat.Stat(grey.crop((left, 300, left + 1048, 800))).extrema[0][1] > 200


def test_words_stand_on_calm_ground() -> None:
    assert light_in((0, 1200, 1700, 2160)) < 40
    assert light_in((1800, 900, 3840, 1500)) > 200
