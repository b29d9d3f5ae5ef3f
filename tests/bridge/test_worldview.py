"""Which part of the world is shown: all lit countries in it, the room filled, shapes kept."""

from __future__ import annotations

import math

import pytest

from kiosk.bridge import worldview
from kiosk.bridge.atlas import Bounds
from kiosk.content.countries import COUNTRIES
from kiosk.content.regions import REGIONS

ROOMS = [(1080.0, 760.0), (1080.0, 520.0), (520.0, 700.0), (2160.0, 1500.0)]
VILNIUS = (25.28, 54.69)


@pytest.mark.parametrize("size", [(1920.0, 750.0), (1080.0, 1000.0), (1920.0, 300.0)])
def test_the_world_fits_its_room(size: tuple[float, float]) -> None:
    grid = worldview.world_grid(*size, 11.4)
    stitch = min(size[0] / grid.columns, size[1] / grid.rows)
    assert grid.bounds == worldview.WORLD
    assert stitch >= 11
    assert abs(grid.across / grid.down - 1) < 0.05


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("room", ROOMS)
def test_a_region_fills_its_room_and_shows_what_is_lit(
    region: str, room: tuple[float, float]
) -> None:
    own = [code for code, country in COUNTRIES.items() if country.region == region]
    window = worldview.WINDOWS[region]
    part = worldview.part_of(region, own, VILNIUS)
    grid = worldview.part_grid(part, *room, 11.4)
    assert grid.columns == int(room[0] / 11.4)
    assert grid.rows == int(room[1] / 11.4) or grid.down * (grid.rows + 1) > 146
    middle = math.radians((grid.bounds.south + grid.bounds.north) / 2)
    assert grid.across * math.cos(middle) == pytest.approx(grid.down, rel=0.15)
    hidden = [
        code
        for code in own
        if _inside(window, COUNTRIES[code].place) and not grid.place(*COUNTRIES[code].place)
    ]
    assert hidden == []


def _inside(window: Bounds, place: tuple[float, float]) -> bool:
    across = (place[0] - window.west) % 360 <= window.east - window.west
    return across and window.south <= place[1] <= window.north


def test_a_few_countries_come_nearer() -> None:
    few = worldview.part_of("europe", ["LT", "LV", "EE"], None)
    all_ = worldview.part_of("europe", ["LT", "LV", "EE", "PT", "RU"], None)
    assert few.east - few.west < 0.6 * (all_.east - all_.west)
    assert few.east - few.west >= worldview.LEAST_ACROSS


def test_russia_does_not_make_europe_wider() -> None:
    assert worldview.part_of("europe", ["LT", "RU"], None).east < 60


def test_the_origin_is_shown_where_it_lies_in_the_region() -> None:
    alone = worldview.part_of("europe", ["PT"], None)
    with_it = worldview.part_of("europe", ["PT"], VILNIUS)
    assert alone.east < VILNIUS[0] < with_it.east
    assert worldview.part_of("asia", ["JP"], VILNIUS) == worldview.part_of("asia", ["JP"], None)


def test_what_lies_outside_every_window_leaves_the_window() -> None:
    part = worldview.part_of("oceania", ["AQ"], None)
    assert part.west <= 110
    assert part.east >= 232


def test_the_date_line_does_not_tear_oceania() -> None:
    grid = worldview.part_grid(worldview.part_of("oceania", ["FJ", "WS"], None), 1080, 700, 11.4)
    assert grid.bounds.east - grid.bounds.west < 60
    assert all(grid.place(*COUNTRIES[code].place) for code in ("FJ", "WS"))


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ((24.0, 55.0), "europe"),
        ((100.0, 60.0), "europe"),
        ((105.0, 35.0), "asia"),
        ((20.0, 5.0), "africa"),
        ((-60.0, -10.0), "americas"),
        ((170.0, -42.0), "oceania"),
        ((-120.0, -30.0), ""),
    ],
)
def test_a_touch_means_the_region_under_it(place: tuple[float, float], region: str) -> None:
    assert worldview.nearest_region(place, REGIONS, 9.0) == region


def test_a_touch_on_a_region_without_lit_countries_means_nothing() -> None:
    assert worldview.nearest_region((105.0, 35.0), ["europe"], 9.0) == ""


def test_words_stand_in_the_south_pacific_only_while_it_is_dark() -> None:
    assert worldview.sea_is_empty(["LT", "US", "CL", "NZ", "FJ"])
    assert not worldview.sea_is_empty(["LT", "PN"])
