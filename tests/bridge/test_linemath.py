"""The maths of a chart over time: dates as numbers, round values, dates for the axis, gaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bridge import linemath

NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("iso", "year"),
    [("2020", 2020), ("2020-01", 2020), ("2020-07-02", 2020.5), ("2021-07", 2021 + 181 / 365)],
)
def test_a_date_is_a_year_with_a_fraction(iso: str, year: float) -> None:
    assert linemath.year_of(iso) == pytest.approx(year, abs=1e-9)


def test_a_day_that_does_not_exist_still_has_a_place() -> None:
    assert linemath.year_of("2021-02-30") == pytest.approx(2021 + 1 / 12)
    assert linemath.year_of("0000") == 0


@pytest.mark.parametrize(
    ("low", "high", "most", "wanted"),
    [
        (95.2, 294.6, 6, [0, 100, 200, 300]),
        (-7.1, 4, 6, [-10, -5, 0, 5]),
        (-9, -2, 4, [-10, -5, 0]),
        (0, 0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (2e11, 1e12, 6, [0, 2e11, 4e11, 6e11, 8e11, 1e12]),
        (20, 154, 2, [0, 200]),
        (-8, 154, 2, [-200, 0, 200]),
        (95.2, 294.6, 3, [0, 150, 300]),
    ],
)
def test_round_values_begin_at_zero(
    low: float, high: float, most: int, wanted: list[float]
) -> None:
    assert linemath.value_ticks(low, high, most, from_zero=True) == pytest.approx(wanted)


def test_without_zero_the_scale_begins_near_the_lowest_value() -> None:
    assert linemath.value_ticks(212, 268, 6, from_zero=False)[0] >= 200
    equal = linemath.value_ticks(7, 7, 6, from_zero=False)
    assert equal[0] < 7 < equal[-1]


@given(NUMBERS, NUMBERS, st.integers(2, 6), st.booleans())
def test_round_values_are_even_few_and_span_everything(
    one: float, other: float, most: int, from_zero: bool
) -> None:
    low, high = sorted((one, other))
    ticks = linemath.value_ticks(low, high, most, from_zero=from_zero)
    slack = 1e-6 * max(abs(low), abs(high), 1e-9)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= max(3, most)
    steps = [b - a for a, b in pairwise(ticks)]
    assert max(steps) - min(steps) <= 1e-6 * max(steps)
    assert min(steps) > 0


@pytest.mark.parametrize(
    ("ticks", "decimals"), [([0, 100], 0), ([0, 0.5, 1], 1), ([0, 1.5, 3], 1), ([0, 0.25], 2)]
)
def test_ticks_have_as_many_decimals_as_they_need(ticks: list[float], decimals: int) -> None:
    assert linemath.tick_decimals(ticks) == decimals


def test_years_come_at_round_steps() -> None:
    assert linemath.year_ticks(2014, 2024.1, 6) == ["2014", "2016", "2018", "2020", "2022", "2024"]
    assert linemath.year_ticks(1965, 2024, 7) == ["1970", "1980", "1990", "2000", "2010", "2020"]
    assert linemath.year_ticks(1000, 2200, 4) == ["1000", "1500", "2000"]


def test_a_short_time_has_months() -> None:
    months = linemath.year_ticks(2023, linemath.year_of("2023-11"), 6)
    assert months == ["2023-01", "2023-03", "2023-05", "2023-07", "2023-09", "2023-11"]
    assert linemath.year_ticks(2023, linemath.year_of("2024-06"), 2) == ["2023-01", "2024-01"]


def test_a_line_breaks_where_a_value_is_missing() -> None:
    known = [True, True, False, True, False, False, True]
    assert linemath.parts(known) == [(0, 2), (3, 4), (6, 7)]
    assert linemath.parts([False, False]) == []


def test_a_flat_list_is_shared_out() -> None:
    assert [list("abcde")[part] for part in linemath.shared("abcde", [2, 3])] == [
        ["a", "b"],
        ["c", "d", "e"],
    ]
