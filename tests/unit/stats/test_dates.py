"""Hours of the wall clock and the belief in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stats import dates

DAYS = st.dates(dates.FIRST_DAY, dates.LAST_DAY)
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC).timestamp()


@pytest.fixture
def vilnius(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The local time of Lithuania, by its rule, on any machine."""
    monkeypatch.setenv("TZ", "EET-2EEST,M3.5.0/3,M10.5.0/4")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def slot(*moment: int) -> dates.Slot:
    return dates.slot_at(datetime(*moment, tzinfo=UTC).timestamp())  # type: ignore[arg-type]


@pytest.mark.usefixtures("vilnius")
def test_a_slot_is_the_hour_on_the_wall() -> None:
    assert slot(2026, 11, 28, 21, 59, 59) == ("2026-11-28", 23)
    assert slot(2026, 11, 28, 22, 0, 0) == ("2026-11-29", 0)
    assert slot(2026, 7, 1, 21, 30) == ("2026-07-02", 0)


@pytest.mark.usefixtures("vilnius")
def test_the_hour_that_comes_twice_in_autumn_and_the_one_that_is_missing_in_spring() -> None:
    assert slot(2026, 10, 25, 0, 30) == slot(2026, 10, 25, 1, 30) == ("2026-10-25", 3)
    assert slot(2026, 3, 29, 0, 59) == ("2026-03-29", 2)
    assert slot(2026, 3, 29, 1, 0) == ("2026-03-29", 4)


@pytest.mark.parametrize("seconds", [0.0, 946_684_800.0, -1e6, 1e11, 1e300, float("nan")])
def test_an_impossible_clock_gives_no_date(seconds: float) -> None:
    assert dates.slot_at(seconds) == dates.NOT_DATED
    assert dates.day_of(dates.NOT_DATED[0]) is None


def test_thirteen_months_are_kept() -> None:
    def oldest(today: date) -> date:
        return dates.oldest_kept(today, today.toordinal())

    assert oldest(date(2027, 12, 28)) == date(2026, 11, 28)
    assert oldest(date(2028, 3, 31)) == date(2027, 2, 28)
    assert oldest(date(2028, 1, 1)) == date(2026, 12, 1)


@given(DAYS, DAYS)
def test_both_clock_and_belief_must_call_a_day_old(today: date, believed: date) -> None:
    oldest = dates.oldest_kept(today, believed.toordinal())
    for day in (today, believed):
        assert (day - oldest).days >= 390


@given(DAYS, DAYS, st.floats(0, 1e6))
def test_belief_goes_towards_the_clock_and_no_faster_than_it_may(
    believed: date, today: date, seconds: float
) -> None:
    start, wanted = float(believed.toordinal()), today.toordinal()
    end = dates.believe(start, today, seconds)
    assert min(start, wanted) <= end <= max(start, wanted)
    days = seconds / dates.DAY_SECONDS
    assert -dates.BACK_DAYS * days - 1e-6 <= end - start <= dates.LEAP_DAYS * days + 1e-6


@given(DAYS, st.lists(st.floats(0, 3600), max_size=30))
def test_a_clock_that_jumps_all_the_time_moves_belief_by_running_time_only(
    start: date, steps: list[float]
) -> None:
    believed = float(start.toordinal())
    for number, seconds in enumerate(steps):
        wild = dates.LAST_DAY if number % 2 else dates.FIRST_DAY
        believed = dates.believe(believed, wild, seconds)
    most = dates.LEAP_DAYS * sum(steps) / dates.DAY_SECONDS
    assert abs(believed - start.toordinal()) <= most + 1e-6


def test_a_clock_that_runs_backwards_inside_a_run_is_no_running_time() -> None:
    assert dates.believe(1000.0, date(2030, 1, 1), -5) == 1000.0


def test_the_first_clock_is_believed() -> None:
    assert dates.believe(None, date(2026, 11, 28), 0) == date(2026, 11, 28).toordinal()


def test_what_has_no_date_is_kept_under_the_last_certain_day() -> None:
    day, later = date(2026, 11, 28), date(2036, 1, 1)
    assert dates.certain_day(None, None) == dates.FIRST_DAY
    assert dates.certain_day(day, None) == day
    assert dates.certain_day(None, day.toordinal() + 0.7) == day
    assert dates.certain_day(later, day.toordinal()) == day
    assert dates.certain_day(day, later.toordinal()) == day
