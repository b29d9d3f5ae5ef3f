"""The outlines: whole, closed, at the right places, and read without Qt."""

from __future__ import annotations

import itertools
import subprocess
import sys
import tracemalloc

import pytest

from kiosk.bridge.atlas import (
    Atlas,
    Bounds,
    Point,
    Ring,
    box,
    read_regions,
    read_world,
    unrolled,
)

BALTIC = Bounds(20.0, 53.5, 29.0, 60.0)


@pytest.fixture(scope="module")
def regions() -> Atlas:
    """The outlines for parts of the world."""
    return read_regions()


@pytest.fixture(scope="module")
def world() -> Atlas:
    """The outlines for the whole world."""
    return read_world()


def holds(rings: list[Ring], point: Point) -> bool:
    """Even-odd rule."""
    x, y = point
    odd = False
    for ring in rings:
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((25.28, 54.69), "LT"),
        ((24.11, 56.95), "LV"),
        ((24.75, 59.40), "EE"),
        ((-3.70, 40.42), "ES"),
        ((28.5, -29.5), "LS"),  # a hole in South Africa
        ((-46.6, -23.5), "BR"),
        ((34.1, 45.2), "UA"),  # Crimea
        ((33.5, 35.25), "CY"),  # the north of Cyprus
        ((20.9, 42.6), "XK"),
    ],
)
def test_a_place_lies_in_one_country(world: Atlas, regions: Atlas, place: Point, code: str) -> None:
    for atlas in (world, regions):
        assert [c for c in atlas.codes if holds(atlas.rings(c), place)] == [code]


def test_the_open_sea_is_nobodys(world: Atlas, regions: Atlas) -> None:
    for atlas in (world, regions):
        assert not [c for c in atlas.codes if holds(atlas.rings(c), (19.5, 56.5))]


def test_every_ring_is_closed_and_on_the_globe(world: Atlas, regions: Atlas) -> None:
    for atlas in (world, regions):
        for code in atlas.codes:
            rings = atlas.rings(code)
            assert rings, code
            for ring in rings:
                assert ring[0] == ring[-1], code
                west, south, east, north = box(ring)
                assert -180.01 <= west <= east <= 180.01, code
                assert -90.01 <= south <= north <= 90.01, code


def test_small_countries_are_in_the_regions_only(world: Atlas, regions: Atlas) -> None:
    assert {"MT", "SG", "LI"} <= set(regions.codes) - set(world.codes)


def test_the_baltic_states_are_finer_than_the_rest(regions: Atlas) -> None:
    (latvia,) = regions.rings("LV")
    assert len(latvia) > 150
    assert len(regions.rings("EE")) >= 5, "Estonia has islands"


def test_only_outlines_within_the_bounds_are_given(regions: Atlas) -> None:
    near = [code for code in regions.codes if regions.rings(code, BALTIC)]
    assert {"LT", "LV", "EE", "BY", "PL", "RU", "FI"} <= set(near)
    assert not {"UA", "DE", "BR", "CY"} & set(near)
    assert 0 < len(regions.rings("EE", Bounds(26, 58, 27, 59))) < len(regions.rings("EE"))


def test_a_border_is_given_once_with_both_owners(regions: Atlas) -> None:
    borders = list(regions.borders(BALTIC))
    assert sum(set(border.owners) == {"LT", "LV"} for border in borders) == 1
    coasts = [border for border in borders if border.owners == ("EE",)]
    assert coasts
    assert all(box(border.points).meets(BALTIC) for border in borders)


def test_merged_places_leave_no_line_inside(regions: Atlas) -> None:
    assert not [b for b in regions.borders(Bounds(32.7, 35.13, 33.6, 35.6)) if len(b.owners) == 2]
    for border in regions.borders(Bounds(32, 44, 36.2, 46.5)):
        assert set(border.owners) != {"RU", "UA"} or border.points[0][0] > 36.2


def test_bounds_meet_at_a_corner_but_not_beside() -> None:
    assert Bounds(0, 0, 1, 1).meets(Bounds(1, 1, 2, 2))
    assert not Bounds(0, 0, 1, 1).meets(Bounds(1.1, 0, 2, 1))
    assert not Bounds(0, 0, 1, 1).meets(Bounds(0, 1.1, 1, 2))


def test_reading_needs_no_qt() -> None:
    code = (
        "import sys; from kiosk.bridge import atlas; atlas.read_world();"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_line_that_does_not_cross_the_date_line_stays_as_it_is(regions: Atlas) -> None:
    for ring in regions.rings("LT"):
        assert unrolled(ring, closed=True) == [ring]


@pytest.mark.parametrize("code", ["RU", "FJ", "US", "NZ", "AQ"])
def test_no_outline_leaps_across_the_map(regions: Atlas, world: Atlas, code: str) -> None:
    for atlas in (world, regions):
        for ring in atlas.rings(code):
            for whole in unrolled(ring, closed=True):
                assert whole[0] == whole[-1]
                steps = [abs(b[0] - a[0]) for a, b in itertools.pairwise(whole) if abs(a[1]) < 90]
                assert max(steps) < 180


def test_a_country_beyond_the_date_line_keeps_its_places(regions: Atlas) -> None:
    wholes = [whole for ring in regions.rings("RU") for whole in unrolled(ring, closed=True)]
    assert holds(wholes, (-175.0, 66.5))
    assert holds(wholes, (170.0, 66.5))
    assert not holds(wholes, (0.0, 66.5))


def test_the_continent_around_the_pole_is_filled_to_the_pole(world: Atlas) -> None:
    wholes = [whole for ring in world.rings("AQ") for whole in unrolled(ring, closed=True)]
    assert all(holds(wholes, (x, -88.0)) for x in (-120.0, 0.0, 120.0))


def test_an_atlas_is_small_for_what_python_has_taken_it_hardly_gives_back() -> None:
    tracemalloc.start()
    try:
        atlas = read_regions()
        kept, most = tracemalloc.get_traced_memory()
        assert most < 2_500_000
        list(atlas.borders(Bounds(5, 45, 45, 65)))
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 2_000_000
    assert most < 4_000_000
