"""The rules of the charts, in numbers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bridge import chartmath
from kiosk.bridge.chartmath import Box

PLACES = st.lists(st.integers(1, 500), min_size=2, max_size=16)


@given(PLACES)
def test_curve_never_leaves_the_span_of_two_published_places(places: list[int]) -> None:
    points = [(100.0 * i, float(place)) for i, place in enumerate(places)]
    for x, y in chartmath.monotone_curve(points):
        i = min(int(x // 100), len(places) - 2)
        low, high = sorted(places[i : i + 2])
        assert low - 1e-6 <= y <= high + 1e-6


def test_curve_passes_through_its_points_and_starts_level() -> None:
    points = [(0.0, 57.0), (10.0, 4.0), (30.0, 6.0)]
    curve = chartmath.monotone_curve(points, pieces=10)
    for reached, point in zip([curve[0], curve[10], curve[20]], points, strict=True):
        assert reached == pytest.approx(point)
    first_step = abs(curve[1][1] - curve[0][1])
    assert first_step < abs(curve[6][1] - curve[5][1])


def test_curve_of_one_point_is_that_point() -> None:
    assert chartmath.monotone_curve([(1.0, 2.0)]) == [(1.0, 2.0)]


def test_height_between_and_beyond_the_ends() -> None:
    line = [(0.0, 10.0), (10.0, 20.0)]
    assert [chartmath.curve_y(line, x) for x in (-5, 5, 50)] == [10.0, 15.0, 20.0]


def test_years_stand_at_their_distance_other_names_evenly() -> None:
    def across(*names: str) -> list[float]:
        return chartmath.time_positions(names, 100, 10)

    assert across("2017", "2018 edition", "2021") == pytest.approx([0, 25, 100])
    assert across("2017", "2017-07", "2018") == pytest.approx([0, 50, 100])
    assert across("First", "2018", "2021") == pytest.approx([0, 50, 100])
    assert across("2018", "2018", "2021") == pytest.approx([0, 50, 100])
    assert across("20181", "2018", "2021") == pytest.approx([0, 50, 100])
    assert across("2018") == [0]


def test_editions_keep_their_distance_after_a_long_gap() -> None:
    names = ["2006", *(str(year) for year in range(2016, 2026))]
    across = chartmath.time_positions(names, 400, 26)
    assert all(b - a >= 26 - 1e-6 for a, b in itertools.pairwise(across))
    assert across[1] > 100
    assert across[-1] == pytest.approx(400)
    assert chartmath.time_positions(names, 100, 26)[-1] == pytest.approx(100)


@pytest.mark.parametrize(
    ("lowest", "pitch", "expected"),
    [
        (57, 12.3, [1, 10, 20, 30, 40, 50, 57]),
        (11, 70.0, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (52, 12.3, [1, 10, 20, 30, 40, 52]),
        (500, 1.4, [1, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500]),
    ],
)
def test_ticks_are_the_first_round_steps_and_the_lowest(
    lowest: int, pitch: float, expected: list[int]
) -> None:
    assert chartmath.ticks(lowest, pitch, 66, 35) == expected


@given(st.integers(2, 500), st.floats(1, 80))
def test_ticks_never_touch(lowest: int, pitch: float) -> None:
    places = chartmath.ticks(lowest, pitch, 2 * pitch, pitch)
    assert places[-1] == lowest
    assert all((b - a) * pitch >= pitch for a, b in itertools.pairwise(places))


def test_lines_thin_out_when_they_come_too_close() -> None:
    assert [chartmath.line_step(pitch, 5) for pitch in (12, 4, 0.8)] == [1, 5, 10]


@given(
    st.lists(st.floats(0, 600), min_size=1, max_size=9).map(sorted),
    st.floats(5, 70),
)
def test_spread_names_keep_their_order_their_distance_and_their_room(
    wanted: list[float], pitch: float
) -> None:
    tops = chartmath.spread(wanted, pitch, 0, 600)
    assert all(b - a >= pitch - 1e-6 for a, b in itertools.pairwise(tops))
    assert tops[0] >= -1e-6
    assert tops[-1] <= 600 + 1e-6


def test_names_with_room_stay_where_they_are() -> None:
    assert chartmath.spread([10, 200, 500], 58, 0, 600) == [10, 200, 500]
    assert chartmath.spread([], 58, 0, 600) == []


def test_names_without_room_share_what_there_is() -> None:
    assert chartmath.spread([0, 1, 2], 58, 0, 60) == pytest.approx([0, 30, 60])


def test_thinning_serves_the_first_of_the_order() -> None:
    spans = [(0.0, 50.0), (40.0, 90.0), (100.0, 150.0)]
    assert chartmath.thin_out(spans, [2, 0, 1], 5) == [0, 2]
    assert chartmath.thin_out(spans, [1, 0, 2], 5) == [1, 2]


def test_boxes_meet_within_the_gap() -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 5, 5))
    assert not box.meets(Box(12, 0, 5, 5))
    assert box.meets(Box(12, 0, 5, 5), gap=3)


def test_stitches_are_sewn_as_one_path_for_each_shade() -> None:
    paths = chartmath.sewn([[(1.04, 2.0), (9.0, 2.0)], []], 6.5, 3.25)
    assert paths == ["M1.0 2.0h6.5v3.2h-6.5zM9.0 2.0h6.5v3.2h-6.5z", ""]


def test_stitches_lie_below_the_curve_and_above_the_bottom() -> None:
    curve = [(0.0, 100.0), (100.0, 20.0)]
    shades = chartmath.stitches(curve, 100, (12, 8), 4)
    assert len(shades) == 4
    flat = [stitch for shade in shades for stitch in shade]
    assert len(flat) > 10
    assert all(chartmath.curve_y(curve, x) < y < 100 for x, y in flat)


def test_only_unusual_gaps_are_folded() -> None:
    assert chartmath.folds([1989, 2017, 2018, 2020, 2021]) == [True, False, False, False]
    assert chartmath.folds([1990, 2004, 2015]) == [False, False]
    assert chartmath.folds([1990, 2023]) == [False]
    assert chartmath.folds([2001, 2008, 2009, 2010]) == [False, False, False]


YEARS = st.lists(st.integers(1000, 2100), min_size=2, max_size=9).map(sorted)


@given(YEARS)
def test_nodes_keep_their_distance_and_fill_the_line(years: list[int]) -> None:
    across, folded = chartmath.fold_time(years, 1500, 118, 180)
    steps = [b - a for a, b in itertools.pairwise(across)]
    least = [118 + 180 if hidden else 118 for hidden in folded]
    assert all(step >= low - 1e-6 for step, low in zip(steps, least, strict=True))
    assert across[-1] == pytest.approx(max(1500, sum(least)))


def test_more_years_than_fit_make_the_line_longer() -> None:
    across, _ = chartmath.fold_time(list(range(2001, 2010)), 700, 118, 180)
    assert across[-1] == pytest.approx(8 * 118)


def test_years_apart_stand_further_apart() -> None:
    across, _ = chartmath.fold_time([2000, 2001, 2004], 1500, 100, 180)
    assert across == pytest.approx([0, 375, 1500])


def test_events_of_one_year_stand_beside_each_other() -> None:
    across, _ = chartmath.fold_time([2004, 2004], 900, 100, 180)
    assert across == pytest.approx([0, 900])
