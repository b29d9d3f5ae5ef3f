"""What the texts of the settings say about days, and whether the stand is open then."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogs import staff_text
from kiosk.guard import hours
from kiosk.guard.hours import ALL_DAY, DAY_MINUTES, Hours, HoursError

WORKDAYS = ["9:00-17:00"] * 5 + ["closed"] * 2
MONDAY = datetime.fromisoformat("2026-11-30")
minutes = st.integers(0, DAY_MINUTES - 1)
days = st.one_of(
    st.just("open"),
    st.just("closed"),
    st.tuples(minutes, minutes)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: f"{hours.clock(pair[0])}-{hours.clock(pair[1])}"),
)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("", ALL_DAY),
        ("open", ALL_DAY),
        ("Closed", ()),
        ("9:00-17:30", ((540, 1050),)),
        ("09:00 – 17:30", ((540, 1050),)),
        ("13:00-17:00, 9:00-12:00", ((540, 720), (780, 1020))),
        ("18:00-2:00", ((1080, 1560),)),
        ("0:00-24:00", ALL_DAY),
        ("22:00-0:00", ((1320, 1440),)),
    ],
)
def test_what_a_day_may_say(text: str, ranges: hours.Ranges) -> None:
    assert hours.parse(text) == ranges
    assert hours.mistake(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "9-17",
        "9:00",
        "9:00-25:00",
        "9:60-17:00",
        "9:00-9:00",
        "24:00-2:00",
        "nine to five",
        "9:00-12:00, 11:00-13:00",
        "1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,9:00-10:00",
        "-",
        ",",
    ],
)
def test_what_no_day_says(text: str) -> None:
    words = hours.mistake(text)
    assert words != ""
    assert staff_text("lt", words) != words
    with pytest.raises(HoursError):
        hours.parse(text)


@pytest.mark.parametrize(
    ("texts", "part"),
    [
        (["2026-02-30 closed"], "no day 2026-02-30"),
        (["24.12. closed"], "24.12."),
        (["2026-12-24"], "is not a day and its hours"),
        (["2026-12-24 closed", "2026-12-24 9:00-12:00"], "twice"),
        (["2026-12-24 9-12"], "on 2026-12-24"),
    ],
)
def test_what_no_date_says(texts: list[str], part: str) -> None:
    words = hours.mistake_in_dates(texts)
    assert part in words
    assert staff_text("lt", words) != words


def test_a_stand_without_hours_never_closes() -> None:
    plan = hours.hours_of([""] * 7, [])
    assert plan.always
    assert plan == Hours()


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-30T08:59", False),  # a Monday
        ("2026-11-30T09:00", True),
        ("2026-11-30T16:59", True),
        ("2026-11-30T17:00", False),
        ("2026-12-05T12:00", False),
        ("2026-12-24T11:00", True),
        ("2026-12-24T12:00", False),
        ("2026-12-25T12:00", False),
        ("2027-01-01T01:30", True),  # the evening before goes on
        ("2027-01-01T02:00", False),
    ],
)
def test_days_and_dates(moment: str, is_open: bool) -> None:
    dates = ["2026-12-24 9:00-12:00", "2026-12-25 closed", "2026-12-31 18:00-2:00"]
    plan = hours.hours_of(WORKDAYS, [*dates, "2027-01-01 closed"])
    assert plan.open_at(datetime.fromisoformat(moment)) is is_open
    assert not plan.always


@settings(max_examples=50)
@given(st.lists(days, min_size=7, max_size=7), st.integers(0, 7 * DAY_MINUTES - 1))
def test_every_minute_of_a_week_belongs_to_the_day_on_which_its_hours_begin(
    week: list[str], minute: int
) -> None:
    plan = hours.hours_of(week, [])
    wanted = False
    for day in range(-1, 7):  # Sunday night reaches into Monday
        for start, end in hours.parse(week[day % 7]):
            wanted = wanted or start <= minute - day * DAY_MINUTES < end
    assert plan.open_at(MONDAY + timedelta(minutes=minute)) is wanted


@settings(max_examples=50)
@given(st.lists(days, min_size=7, max_size=7))
def test_a_sign_names_each_day_once(week: list[str]) -> None:
    lines = hours.rows(hours.hours_of(week, []), MONDAY.date())
    assert [day for line in lines for day in range(line.first, line.last + 1)] == list(range(7))
    for line in lines:
        assert all(hours.parse(week[day]) == line.ranges for day in (line.first, line.last))


def test_a_sign_tells_of_the_dates_that_come() -> None:
    dates = ["2026-12-08 closed", "2026-12-10 10:00-14:00", "2026-11-29 closed"]
    lines = hours.rows(hours.hours_of(WORKDAYS, dates), date(2026, 11, 30))
    assert [(line.first, line.last, line.day) for line in lines] == [
        (0, 4, ""),
        (5, 6, ""),
        (0, 0, "2026-12-08"),
    ]


def test_dates_in_a_row_that_are_alike_share_a_line() -> None:
    days = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-28", "2026-12-29", "2026-12-30"]
    dates = [*(f"{day} closed" for day in days), "2026-12-31 10:00-14:00", "2027-01-01 closed"]
    lines = hours.rows(hours.hours_of(WORKDAYS, dates), date(2026, 12, 24))
    assert [(line.day, line.until) for line in lines if line.day] == [
        ("2026-12-24", "2026-12-26"),
        ("2026-12-28", "2026-12-30"),
        ("2026-12-31", "2026-12-31"),
        ("2027-01-01", "2027-01-01"),
    ]


def test_hours_in_words() -> None:
    assert hours.words(hours.parse("18:00-2:00")) == "18:00–2:00"
    assert hours.words(hours.parse("9:00-12:00,13:30-24:00")) == "9:00–12:00, 13:30–24:00"
    assert hours.words(()) == hours.words(ALL_DAY) == ""


def test_the_first_day_of_all_has_none_before_it() -> None:
    assert not hours.hours_of(["closed"] * 7, []).open_at(datetime.fromisoformat("0001-01-01"))


@pytest.mark.parametrize(
    ("text", "by", "closing", "after"),
    [
        ("9:00-17:00", 1, False, "9:30-17:00"),
        ("9:00-17:00", -1, True, "9:00-16:30"),
        ("9:10-17:10", 1, False, "9:30-17:10"),
        ("9:10-17:10", -1, False, "9:00-17:10"),
        ("open", 1, False, "0:30-24:00"),
        ("", -1, True, "0:00-23:30"),
        ("0:30-24:00", -1, False, "open"),
        ("open", -1, False, "open"),
        ("open", 1, True, "open"),
        ("closed", 1, False, "9:00-17:00"),
        ("closed", -1, True, "9:00-17:00"),
        ("9:00-9:30", 1, False, "closed"),
        ("9:00-9:30", -1, True, "closed"),
        ("18:00-24:00", 1, True, "18:00-0:30"),
        ("18:00-11:30", 1, True, "18:00-12:00"),
        ("18:00-12:00", 1, True, "18:00-12:00"),
        ("9:00-12:00, 13:00-17:00", 1, True, "9:00-12:00, 13:00-17:30"),
        ("9:00-12:00, 13:00-13:30", -1, True, "9:00-12:00"),
    ],
)
def test_half_an_hour_earlier_or_later(text: str, by: int, closing: bool, after: str) -> None:
    assert hours.moved(text, by, closing=closing) == after


@settings(max_examples=60)
@given(days, st.lists(st.tuples(st.sampled_from([1, -1]), st.booleans()), max_size=80))
def test_however_it_is_moved_the_settings_take_it(text: str, moves: list[tuple[int, bool]]) -> None:
    for by, closing in moves:
        text = hours.moved(text, by, closing=closing)
        assert hours.mistake(text) == ""
        assert hours.written(hours.parse(text)) == text
