"""The woven pictures: size, seam, colours, and what happens to strange addresses."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlEngine

from kiosk.bridge import motifs, providers
from kiosk.bridge.painting import (
    ACCENT,
    EMPTY,
    LINEN,
    PAINTERS,
    TALLEST,
    Cloth,
    parse,
    requested,
    stitch,
    weave,
    woven,
)

SEA, LINEN_WHITE = "7cc4e8", "f5f0e6"


def cloth(pattern: str = "link", height: int = 204, *, flat: bool = False) -> Cloth:
    """A cloth in the sea's colours."""
    return Cloth(pattern, SEA, LINEN_WHITE, height, flat, "link")


def near(seen: QColor, wanted: str, off: int = 40) -> bool:
    """Is an opaque pixel close to a colour?"""
    want = QColor(f"#{wanted}")
    parts = zip(seen.getRgb()[:3], want.getRgb()[:3], strict=True)
    return seen.alpha() > 200 and all(abs(a - b) <= off for a, b in parts)


def middle_of(image: QImage, pattern: str, column: int, row: int) -> QColor:
    """The pixel in the upper middle of a stitch."""
    period = len(motifs.MOTIFS[pattern][0])
    x = (column + 0.5) * image.width() / period
    return image.pixelColor(int(x), int((row + 0.45) * image.height() / motifs.ROWS))


@pytest.mark.parametrize("pattern", motifs.MOTIFS)
@pytest.mark.parametrize("height", [102, 204, 408])
def test_one_repeat_in_whole_pixels(pattern: str, height: int) -> None:
    image = weave(cloth(pattern, height))
    period = len(motifs.MOTIFS[pattern][0])
    assert image.height() == height
    assert abs(image.width() - period * height / motifs.ROWS) <= 0.5


@pytest.mark.parametrize("pattern", motifs.MOTIFS)
def test_every_stitch_is_where_the_grid_says(pattern: str) -> None:
    image = weave(cloth(pattern, 408, flat=True))
    for column in range(len(motifs.MOTIFS[pattern][0])):
        for row in range(motifs.ROWS):
            seen = middle_of(image, pattern, column, row)
            kind = stitch(pattern, column, row)
            place = f"column {column}, row {row}"
            if kind == EMPTY:
                assert seen.alpha() == 0, place
            else:
                assert near(seen, SEA if kind == ACCENT else LINEN_WHITE, 4), place


def test_selvedge() -> None:
    assert {stitch("snake", x, 0) for x in range(16)} == {ACCENT}
    assert {stitch("snake", x, 22) for x in range(16)} == {ACCENT}
    assert [stitch("snake", x, 1) for x in range(4)] == [LINEN, EMPTY, LINEN, EMPTY]
    assert {stitch("snake", x, 2) for x in range(16)} == {EMPTY}


def test_all_motifs_are_whole() -> None:
    for name, rows in motifs.MOTIFS.items():
        assert len(rows) == motifs.ROWS - 6, name
        assert len({len(row) for row in rows}) == 1, name
        assert len(rows[0]) % 2 == 0, f"{name}: every second linen stitch would break at the seam"
        assert set("".join(rows)) == set("012"), name


def test_stitches_differ_a_little_but_always_alike() -> None:
    image = weave(cloth())
    again = weave(cloth())
    tones = {middle_of(image, "link", x, 0).alpha() for x in range(24)}
    assert len(tones) > 2
    assert image == again


@pytest.mark.parametrize("pattern", motifs.MOTIFS)
@pytest.mark.parametrize("flat", [False, True])
def test_the_motif_as_data_says_what_the_picture_shows(pattern: str, flat: bool) -> None:
    image = PAINTERS["motif"](Cloth("motif", SEA, LINEN_WHITE, 1, flat, pattern))
    assert (image.width(), image.height()) == (len(motifs.MOTIFS[pattern][0]), motifs.ROWS)
    for column in range(image.width()):
        for row in range(image.height()):
            texel, kind = image.pixelColor(column, row), stitch(pattern, column, row)
            place = f"column {column}, row {row}"
            assert (texel.red() > 0, texel.green() > 0) == (kind == ACCENT, kind == LINEN), place
            assert texel.alpha() == 255, place
            assert not flat or kind == EMPTY or max(texel.red(), texel.green()) == 255, place


@pytest.mark.parametrize("name", sorted(PAINTERS.keys() - {"motif"}))
def test_trims_paint_something_and_not_everything(name: str) -> None:
    image = PAINTERS[name](cloth(name, 48))
    alphas = [
        image.pixelColor(x, y).alpha()
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    ]
    assert any(alphas)
    assert not all(alphas)


def test_glow_ends_before_the_edge() -> None:
    image = PAINTERS["glow"](cloth("glow", 100))
    assert image.pixelColor(50, 50).alpha() > 240
    assert all(image.pixelColor(i, 0).alpha() <= 1 for i in range(100))


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("link?accent=7cc4e8&linen=f5f0e6&height=204&flat=0", cloth().__class__),
        ("nonsense?height=10", Cloth),
        ("star", Cloth),
    ],
)
def test_any_address_gives_a_picture(address: str, wanted: type) -> None:
    asked = parse(address)
    assert isinstance(asked, wanted)
    assert not woven(asked).isNull()


def test_address_in_full() -> None:
    asked = parse("snake?accent=63cfa0&linen=ffffff&height=408&flat=1")
    assert asked == Cloth("snake", "63cfa0", "ffffff", 408, True)
    assert parse("ground?height=60&like=star").like == "star"
    assert parse("link?height=999999").height == TALLEST
    assert parse("link?height=-3").height == 1
    assert parse("unheard-of").pattern == "ground"


def test_an_address_asks_for_a_height() -> None:
    assert requested("roof?height=204&accent=ff8f78", QSize()).height() == 204


def test_cloths_of_many_heights_do_not_pile_up(qapp: object) -> None:
    """A pulled cloth has many; large ones take a megabyte each."""
    engine = QQmlEngine()
    providers.add(engine)
    provider: Any = engine.imageProvider("weave")

    def kept() -> int:
        return sum(isinstance(each, QImage) for each in gc.get_objects())

    before = kept()
    for height in range(20, 60):
        assert provider.requestImage(f"link?height={height}", QSize(), QSize()).height() == height
    assert kept() <= before + 1
