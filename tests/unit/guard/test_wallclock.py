"""How far a clock is believed: jumps, impossible years, drift, and a clock that was set."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.guard.wallclock import Clock, judge

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC).timestamp()
HOUR, DAY, YEAR = 3600.0, 86_400.0, 365.25 * 86_400


def looks(*readings: tuple[float, float], ran_last: float = 0.0) -> Clock:
    """Look at (running time, what the clock gained against it) one after the other."""
    clock = Clock()
    for running, gained in readings:
        clock = judge(clock, NOW + running + gained, 500 + running, ran_last)
    return clock


def test_an_even_clock_is_believed() -> None:
    assert looks(*((15.0 * n, 0.0) for n in range(100))).trouble == ""


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumps_is_not_believed_until_it_comes_back(years: int) -> None:
    assert looks((0, 0), (15, years * YEAR)).trouble != ""
    assert looks((0, 0), (15, years * YEAR), (30, 0)).trouble == ""


def test_a_clock_that_was_set_on_purpose_is_believed_after_six_hours() -> None:
    assert "ahead" in looks((0, 0), (15, 3 * HOUR), (6 * HOUR, 3 * HOUR)).trouble
    assert looks((0, 0), (15, 3 * HOUR), (6 * HOUR + 20, 3 * HOUR)).trouble == ""


def test_a_clock_that_jumps_again_and_again_is_never_believed() -> None:
    clock = Clock()
    troubles = []
    for n in range(400):
        clock = judge(clock, NOW + HOUR * n + (n % 7) * 5 * HOUR, HOUR * n)
        troubles.append(clock.trouble != "")
    assert all(wrong == (n % 7 != 0) for n, wrong in enumerate(troubles))


def test_many_small_jumps_are_a_large_one() -> None:
    assert looks(*((15.0 * n, 600.0 * n) for n in range(10))).trouble != ""


def test_a_cheap_clock_may_drift() -> None:
    assert looks(*((HOUR * n, 2.0 * n) for n in range(2000))).trouble == ""


@pytest.mark.parametrize("year", [1970, 2000, 2025, 2100])
def test_a_year_in_which_the_program_cannot_run(year: int) -> None:
    wall = datetime(year, 6, 1, tzinfo=UTC).timestamp()
    clock = judge(Clock(), wall, 10)
    assert str(year) in clock.trouble
    assert judge(clock, NOW, 20).trouble == ""  # somebody has set it right


@pytest.mark.parametrize("wall", [float("inf"), float("nan"), -1e18, 1e18])
def test_a_reading_that_is_no_time(wall: float) -> None:
    assert judge(Clock(), wall, 10).trouble != ""


def test_a_clock_that_has_gone_back_while_the_power_was_off() -> None:
    later = NOW + 40 * DAY
    assert "back" in looks((0, 0), (6 * HOUR - 60, 0), ran_last=later).trouble
    assert (
        looks((0, 0), (6 * HOUR + 60, 0), ran_last=later).trouble == ""
    )  # then it was right after all
    assert looks((0, 0), ran_last=NOW + HOUR).trouble == ""


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0, DAY), st.floats(-20 * YEAR, 20 * YEAR)), max_size=30))
def test_what_is_believed_has_not_jumped_within_six_hours(steps: list[tuple[float, float]]) -> None:
    clock, running, jumped = Clock(), 0.0, None
    believed: float | None = None
    for passed, gained in [(0.0, 0.0), *steps]:
        running += passed
        clock = judge(clock, NOW + running + gained, running)
        if clock.trouble:
            jumped = running if jumped is None else jumped
            continue
        if believed is not None and abs(gained - believed) > 2000 + 0.001 * running:
            assert jumped is not None
            assert running - jumped >= 6 * HOUR
        believed, jumped = gained, None
