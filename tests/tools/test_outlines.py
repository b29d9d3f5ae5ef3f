"""The generator of the outlines: borders stay shared, shapes join, specks go."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.bridge.atlas import Atlas
from tools import gen_outlines, topology


def net(**countries: Any) -> dict[str, Any]:
    """Two squares side by side and a speck: line 0 is the border, 1 and 2 the coasts, 3 the speck.

    Steps are whole degrees.
    """
    geometries = [
        {"type": "Polygon", "properties": {"name": name}, **more}
        for name, more in countries.items()
    ]
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[10, 0], [0, 5], [0, 5]],
            [[10, 10], [-10, 0], [0, -10], [10, 0]],
            [[10, 0], [10, 0], [0, 10], [-10, 0]],
            [[30, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
        ],
        "objects": {"countries": {"geometries": geometries}},
    }


TWO = net(
    Left={"id": "440", "arcs": [[0, 1]]},
    Right={"type": "MultiPolygon", "id": "428", "arcs": [[[2, ~0]], [[3]]]},
)


def test_lines_are_steps_from_the_point_before() -> None:
    lines = topology.lines_of(TWO)
    assert lines[0] == [(10, 0), (10, 5), (10, 10)]
    assert topology.walked([0, 1], lines)[0] == topology.walked([0, 1], lines)[-1] == (10, 0)


def test_a_straight_line_loses_its_middle_and_the_neighbours_still_share_it() -> None:
    contents = gen_outlines.outlines(TWO, lambda _point: 0.1, 0.01)
    assert contents["lines"][0] == [1000, 0, 0, 1000]
    atlas = Atlas(contents)
    assert atlas.codes == ["LT", "LV"]
    (left,) = atlas.rings("LT")
    right = max(atlas.rings("LV"), key=len)
    assert {(10, 0), (10, 10)} <= set(left) & set(right)


def test_a_speck_goes_and_the_largest_island_stays() -> None:
    assert len(Atlas(gen_outlines.outlines(TWO, lambda _p: 0.1, 0.01)).rings("LV")) == 2
    coarse = Atlas(gen_outlines.outlines(TWO, lambda _p: 1.0, 0.01))
    assert len(coarse.rings("LV")) == 1
    alone = net(Speck={"id": "470", "arcs": [[3]]})
    assert len(Atlas(gen_outlines.outlines(alone, lambda _p: 1.0, 0.01)).rings("MT")) == 1


def test_the_tolerance_bounds_what_simplifying_moves() -> None:
    bump = [(0.0, 0.0), (1.0, 0.05), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert topology.simplified(bump, lambda _p: 0.1) == [bump[0], bump[2], bump[3], bump[4]]
    assert topology.simplified(bump, lambda _p: 0.01) == bump


def test_two_shapes_of_one_country_join() -> None:
    lines = topology.lines_of(TWO)
    (ring,) = topology.merged([[0, 1], [2, ~0]], lines)
    assert sorted(ring) == [1, 2]
    assert topology.area(topology.walked(ring, lines)) == pytest.approx(200, rel=0.02)


def test_two_shapes_that_touch_in_a_point_stay_two() -> None:
    corner = [[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]]
    corner += [[(0.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 0.0)]]
    assert len(topology.merged([[0], [1]], corner)) == 2


def test_a_shape_without_a_code_goes_to_the_country_it_belongs_to() -> None:
    cyprus = net(Cyprus={"id": "196", "arcs": [[0, 1]]}, **{"N. Cyprus": {"arcs": [[2, ~0]]}})
    atlas = Atlas(gen_outlines.outlines(cyprus, lambda _p: 0.1, 0.01))
    assert atlas.codes == ["CY"]
    assert len(atlas.rings("CY")) == 1


def test_the_tolerance_grows_with_the_distance_from_the_baltic_states() -> None:
    vilnius, warsaw, lisbon = (25.3, 54.7), (21.0, 52.2), (-9.1, 38.7)
    fine, between, far = map(gen_outlines.near_baltic, (vilnius, warsaw, lisbon))
    assert fine == gen_outlines.FINE
    assert fine < between < far == gen_outlines.ORDINARY
