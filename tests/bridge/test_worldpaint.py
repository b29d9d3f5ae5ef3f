"""The painted maps: who is lit, how strongly, dots for the very small, the still wave."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.bridge import worldpaint, worldview
from kiosk.bridge.worldgrid import Grid, land
from kiosk.content.countries import COUNTRIES

WORLD = worldview.world_grid(1920, 750, 11.4)
SEA = "7cc4e8"


def address(grid: Grid, lit: str = "", stitch: float = 12, **more: object) -> str:
    place = ",".join([*(f"{edge:.3f}" for edge in grid.bounds), str(grid.columns), str(grid.rows)])
    rest = "".join(f"&{name}={value}" for name, value in more.items())
    return f"{place}?stitch={stitch}&accent={SEA}&lit={lit}{rest}"


def paint(grid: Grid = WORLD, lit: str = "", **more: object) -> QImage:
    return worldpaint.paint(worldpaint.parse(address(grid, lit, **more)))


def strength(image: QImage, code: str, grid: Grid = WORLD, stitch: float = 12) -> float:
    """Opacity in the middle of the first stitch of a country."""
    cell = next(cell for cell in land(grid) if cell.code == code)
    x, y = (cell.column + 0.5) * stitch, (cell.row + 0.5) * stitch
    return image.pixelColor(int(x), int(y)).alphaF()


def at(image: QImage, code: str) -> QColor:
    """The pixel at a country's place."""
    spot = WORLD.place(*COUNTRIES[code].place)
    assert spot
    return image.pixelColor(int(spot[0] * 12), int(spot[1] * 12))


def test_lit_countries_are_at_full_strength_the_others_at_a_fifth() -> None:
    image = paint(lit="BR.KZ")
    assert strength(image, "BR") == pytest.approx(1, abs=0.01)
    assert strength(image, "KZ") == pytest.approx(1, abs=0.01)
    assert strength(image, "AU") == pytest.approx(worldpaint.FAINT, abs=0.02)


def test_the_sea_is_empty_and_the_size_is_whole_stitches() -> None:
    image = paint()
    assert image.size() == QSize(WORLD.columns * 12, WORLD.rows * 12)
    spot = WORLD.place(-140.0, -30.0)
    assert spot
    assert image.pixelColor(int(spot[0] * 12), int(spot[1] * 12)).alpha() == 0


@pytest.mark.parametrize("code", ["MT", "SG", "AD", "VA", "FJ", "RE"])
def test_a_country_without_a_stitch_gets_a_dot_only_when_it_is_lit(code: str) -> None:
    assert code not in {cell.code for cell in land(WORLD)}
    assert at(paint(lit=code), code).alphaF() == pytest.approx(1, abs=0.02)
    assert at(paint(), code).alphaF() < 0.5


def test_unknown_codes_are_left_out() -> None:
    assert paint(lit="LT.ZZ.QQQ") == paint(lit="LT")


def test_a_still_wave_brightens_what_is_not_lit() -> None:
    spot = WORLD.place(25.28, 54.69)
    assert spot
    origin = {"x": spot[0] * 12, "y": spot[1] * 12, "wave": 560, "gain": 2.6}
    waved, flat = paint(lit="BR", **origin), paint(lit="BR")
    assert strength(waved, "BR") == pytest.approx(strength(flat, "BR"), abs=0.01)
    brighter = [
        strength(waved, code) > strength(flat, code) + 0.1 for code in ("LT", "BY", "PL", "LV")
    ]
    assert any(brighter)
    assert worldpaint.wave_at(0, 560) == 1
    assert worldpaint.wave_at(280, 560) == 0
    assert 0 < worldpaint.wave_at(560, 560) < 1


def test_high_contrast_is_stronger() -> None:
    assert strength(paint(flat=1), "AU") > strength(paint(), "AU") + 0.1


def test_a_map_for_the_largest_screen_is_painted_in_time() -> None:
    grid = worldview.world_grid(3840, 1500, 22.8)
    before = time.perf_counter()
    image = paint(grid, "LT.LV", stitch=22)
    assert time.perf_counter() - before < 2
    assert image.width() == grid.columns * 22


def test_an_address_asks_for_a_map() -> None:
    assert not worldpaint.requested(address(WORLD, "LT"), QSize()).isNull()
