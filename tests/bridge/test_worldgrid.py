"""Countries on a grid: what is land, whose it is, and the edge of the world."""

from __future__ import annotations

import gc
import tracemalloc
from typing import Any

import pytest

from kiosk.bridge.atlas import Atlas, Bounds
from kiosk.bridge.worldgrid import Grid, Land, cells, land, unwrapped

TEN = Grid(Bounds(0, 0, 10, 10), 10, 10)


def atlas(**rings: list[list[tuple[float, float]]]) -> Atlas:
    """An atlas of whole degrees; every ring is a line of its own."""
    lines: list[list[int]] = []
    countries: dict[str, list[list[int]]] = {}
    for code, outlines in rings.items():
        for ring in outlines:
            steps, before = [], (0.0, 0.0)
            for x, y in [*ring, ring[0]]:
                steps += [round((x - before[0]) * 10), round((y - before[1]) * 10)]
                before = (x, y)
            countries.setdefault(code, []).append([len(lines)])
            lines.append(steps)
    contents: dict[str, Any] = {"unit": 0.1, "lines": lines, "countries": countries}
    return Atlas(contents)


def box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (east, south), (east, north), (west, north)]


def places(found: Any, code: str) -> set[tuple[int, int]]:
    return {(cell.column, cell.row) for cell in found if cell.code == code}


def test_a_square_fills_its_cells() -> None:
    found = places(cells(atlas(LT=[box(2, 3, 5, 5)]), TEN), "LT")
    assert found == {(column, row) for column in (2, 3, 4) for row in (5, 6)}


def test_what_is_kept_is_what_was_found() -> None:
    grid = Grid(Bounds(0, 0, 10, 10), 12, 9)
    world = atlas(LT=[box(2, 3, 5, 5)], LV=[box(5, 3, 9.9, 9.9)], ZA=[box(0, 0, 1, 1)])
    kept = Land(cells(world, grid), grid)
    assert list(kept) == list(cells(world, grid))
    assert set(kept.codes) == {"LT", "LV", "ZA"}


def test_a_world_takes_little_while_it_is_made_and_less_when_it_is_kept() -> None:
    grid = Grid(Bounds(-169, -57, 191, 84), 200, 78)
    tracemalloc.start()
    try:
        kept = land(grid)
        gc.collect()
        now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(list(kept)) > 4000
    assert now < 100_000
    assert most < 1_500_000


def test_a_hole_is_not_land() -> None:
    found = places(cells(atlas(ZA=[box(1, 1, 6, 6), box(3, 3, 4, 4)]), TEN), "ZA")
    assert (3, 6) not in found
    assert len(found) == 24


def test_neighbours_share_the_land_between_them() -> None:
    found = list(cells(atlas(LT=[box(0, 0, 4.6, 10)], LV=[box(4.6, 0, 10, 10)]), TEN))
    assert len(found) == 100
    assert places(found, "LT") == {(column, row) for column in range(5) for row in range(10)}


@pytest.mark.parametrize(("size", "kept"), [(0.3, False), (0.5, False), (0.9, True)])
def test_a_country_needs_a_third_of_a_cell(size: float, kept: bool) -> None:
    found = places(cells(atlas(MT=[box(5.05, 5.05, 5.05 + size, 5.05 + size)]), TEN), "MT")
    assert bool(found) is kept


def test_a_country_across_the_180th_meridian_is_put_together() -> None:
    grid = Grid(Bounds(170, 0, 190, 10), 20, 10)
    ring = [(178.0, 2.0), (-178.0, 2.0), (-178.0, 6.0), (178.0, 6.0)]
    found = places(cells(atlas(FJ=[ring]), grid), "FJ")
    assert found == {(column, row) for column in range(8, 12) for row in range(4, 8)}


def test_unwrapped_goes_on_beyond_the_meridian_and_comes_back() -> None:
    ring = [(178.0, 0.0), (-179.0, 0.0), (-179.0, 3.0), (178.0, 3.0), (178.0, 0.0)]
    assert unwrapped(ring) == [(178.0, 0.0), (181.0, 0.0), (181.0, 3.0), (178.0, 3.0), (178.0, 0.0)]


def test_a_country_behind_the_edge_comes_in_at_the_other() -> None:
    grid = Grid(Bounds(-169, 0, 191, 10), 360, 10)
    found = places(cells(atlas(US=[box(-178, 2, -172, 4)]), grid), "US")
    assert {column for column, _row in found} == set(range(351, 357))


def test_places_in_cells() -> None:
    grid = Grid(Bounds(-169, -57, 191, 84), 360, 141)
    assert grid.place(25.25, 54.5) == (194.25, 29.5)
    assert grid.place(-172.0, 0.0) == (357.0, 84.0)
    assert grid.place(0.0, -60.0) is None
    assert Grid(Bounds(0, 0, 10, 10), 10, 10).place(12.0, 5.0) is None


def test_the_world_has_its_countries_where_they_are() -> None:
    grid = Grid(Bounds(-169, -57, 191, 84), 168, 66)
    by_place = {(cell.column, cell.row): cell.code for cell in land(grid)}
    for code, longitude, latitude in [
        ("LT", 24.0, 55.5),
        ("BR", -50.0, -10.0),
        ("AU", 134.0, -25.0),
        ("RU", -172.0, 66.0),
        ("US", -150.0, 65.0),
        ("KZ", 67.0, 48.0),
    ]:
        spot = grid.place(longitude, latitude)
        assert spot
        assert by_place.get((int(spot[0]), int(spot[1]))) == code, code
    assert "MT" not in by_place.values()
    assert (0, 60) not in by_place  # the South Pacific is empty


def test_a_near_part_knows_small_countries() -> None:
    found = land(Grid(Bounds(10, 34, 40, 60), 100, 87))
    assert {"LT", "LU"} & {cell.code for cell in found} == {"LT"}
    assert "MT" in {cell.code for cell in land(Grid(Bounds(13, 35, 16, 37), 60, 40))}
