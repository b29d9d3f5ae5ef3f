"""The maths of a route: projections, the nearest point, steps and names that keep apart."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.bridge.atlas import Bounds
from kiosk.bridge.chartmath import Box
from kiosk.bridge.routemath import (
    Label,
    Point,
    Polyline,
    between,
    fitting,
    holding,
    place_labels,
    towards,
)

coordinate = st.floats(-2000, 2000, allow_nan=False)
point = st.tuples(coordinate, coordinate)
lines = st.lists(point, min_size=2, max_size=12).map(Polyline).filter(lambda line: line.length > 1)
share = st.floats(0, 1)
FRAME = Box(100, 50, 900, 800)
BALTIC = Bounds(20.9, 53.9, 28.2, 59.65)


@given(
    st.tuples(st.floats(-170, 160), st.floats(-75, 65), st.floats(0.2, 20), st.floats(0.2, 15)),
    share,
    share,
)
def test_every_place_of_the_region_lies_in_the_frame(
    region: tuple[float, float, float, float], across: float, up: float
) -> None:
    west, south, wide, high = region
    projection = fitting(Bounds(west, south, west + wide, south + high), FRAME)
    x, y = projection.point((west + wide * across, south + high * up))
    assert FRAME.x - 1e-6 <= x <= FRAME.x + FRAME.width + 1e-6
    assert FRAME.y - 1e-6 <= y <= FRAME.y + FRAME.height + 1e-6


def test_the_region_is_as_large_as_the_frame_allows() -> None:
    projection = fitting(BALTIC, FRAME)
    left, top = projection.point((BALTIC.west, BALTIC.north))
    right, bottom = projection.point((BALTIC.east, BALTIC.south))
    assert bottom - top == pytest.approx(FRAME.height)
    assert right - left <= FRAME.width


@given(st.floats(21, 28), st.floats(54, 59))
def test_a_point_leads_back_to_its_place(longitude: float, latitude: float) -> None:
    projection = fitting(BALTIC, FRAME)
    assert projection.place(projection.point((longitude, latitude))) == pytest.approx(
        (longitude, latitude)
    )


def test_north_is_up_and_a_kilometre_is_as_long_in_both_directions() -> None:
    projection = fitting(BALTIC, FRAME)
    (x0, y0), (x1, _), (_, y2) = map(projection.point, ((24, 57), (25, 57), (24, 58)))
    assert x1 > x0
    assert y2 < y0
    widening = math.cos(math.radians((BALTIC.south + BALTIC.north) / 2))
    assert (x1 - x0) / (y0 - y2) == pytest.approx(widening)


@given(lines, share)
def test_a_point_of_the_line_is_nearest_to_itself(line: Polyline, part: float) -> None:
    way = line.length * part
    found = line.nearest(line.at(way), 1.0, way)
    assert found is not None
    assert math.dist(line.at(found), line.at(way)) <= 1.0 + 1e-6


@given(lines, point, st.floats(1, 500))
def test_nothing_is_accepted_beyond_the_reach(line: Polyline, finger: Point, reach: float) -> None:
    found = line.nearest(finger, reach, 0.0)
    samples = [line.at(line.length * i / 200) for i in range(201)]
    closest = min(math.dist(finger, sample) for sample in samples)
    if found is None:
        assert closest > reach - 1e-6
    else:
        assert 0 <= found <= line.length + 1e-6
        assert math.dist(finger, line.at(found)) <= reach + 1e-6


@given(st.tuples(st.floats(0, 400), st.floats(-60, 60)))
def test_a_straight_line_is_met_at_the_foot(finger: Point) -> None:
    line = Polyline([(0, 0), (150, 0), (400, 0)])
    assert line.nearest(finger, 72, 0.0) == pytest.approx(finger[0])


def test_where_the_line_comes_by_twice_the_closer_way_counts() -> None:
    hairpin = Polyline([(0, 0), (500, 0), (500, 40), (0, 40)])
    assert hairpin.nearest((200, 25), 72, 180.0) == pytest.approx(200)
    assert hairpin.nearest((200, 15), 72, 900.0) == pytest.approx(840)


@given(coordinate, coordinate, st.floats(0, 100))
def test_a_step_is_no_longer_than_allowed_and_never_beyond_the_goal(
    now: float, goal: float, most: float
) -> None:
    after = towards(now, goal, most)
    assert abs(after - now) <= most + 1e-6
    assert abs(goal - after) <= abs(goal - now)
    assert after == goal or abs(after - now) == pytest.approx(most, abs=1e-6)


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=8), share)
def test_between_grows_with_the_share(steps: list[float], part: float) -> None:
    shares, values = [0.0], [0.0]
    for step in steps:
        shares.append(shares[-1] + step / sum(steps))
        values.append(values[-1] + 100 * step)
    here = between(shares, values, part)
    assert between(shares, values, max(0.0, part - 0.1)) <= here + 1e-6
    assert values[0] <= here <= values[-1]
    assert between(shares, values, shares[1]) == pytest.approx(values[1])


def test_the_line_ends_at_its_ends() -> None:
    line = Polyline([(0, 0), (0, 0), (30, 40)])
    assert (line.at(-5), line.at(999)) == ((0, 0), (30, 40))
    assert line.length == 50


labels = st.lists(
    st.builds(
        Label,
        point=st.tuples(st.floats(120, 980), st.floats(70, 830)),
        width=st.floats(20, 260),
        height=st.floats(20, 60),
        away=st.floats(10, 40),
        needed=st.just(False),
    ),
    max_size=14,
)


@given(labels)
def test_names_overlap_neither_one_another_nor_what_is_taken(names: list[Label]) -> None:
    taken = [Box(500, 50, 20, 800)]
    chosen = list(place_labels(names, range(len(names)), taken, FRAME).values())
    for i, box in enumerate(chosen):
        assert not any(box.meets(other) for other in (*taken, *chosen[:i]))
        assert FRAME.x <= box.x
        assert box.x + box.width <= FRAME.x + FRAME.width


@given(labels)
def test_a_needed_name_stands_somewhere(names: list[Label]) -> None:
    assume(names)
    first = Label(names[0].point, 60, 30, 20, needed=True)
    everything = [Box(0, 0, 2000, 2000)]
    assert 0 in place_labels([first, *names[1:]], range(len(names)), everything, FRAME)


@given(labels)
def test_needed_names_never_stand_over_one_another(names: list[Label]) -> None:
    needed = [replace(name, needed=True) for name in names]
    taken = [Box(0, 0, 2000, 2000)]
    chosen = list(place_labels(needed, range(len(needed)), taken, FRAME).values())
    for i, box in enumerate(chosen):
        assert not any(box.meets(other) for other in chosen[:i])


def test_a_region_upside_down_gives_way_to_the_places() -> None:
    places = [(24.0, 55.0), (25.0, 56.0)]
    assert holding(Bounds(28, 59, 20, 53), places) == Bounds(24, 55, 25, 56)


def test_a_region_grows_to_hold_every_place() -> None:
    assert holding(Bounds(20, 53, 28, 59), [(30.0, 50.0)]) == Bounds(20, 50, 30, 59)


def test_a_map_of_a_single_place_still_has_a_scale() -> None:
    here = fitting(Bounds(24, 55, 24, 55), FRAME)
    assert 0 < here.scale < math.inf
    assert here.point((24, 55)) == pytest.approx(here.centre)
