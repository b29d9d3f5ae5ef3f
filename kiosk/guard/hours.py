"""Opening hours: what a stand's settings say about days and dates, and whether it is open then.

Pure, and in local time as a clock on the wall shows it: a night with a change to summer time is
like any other. Hours belong to the day on which they begin, so "18:00-02:00" on a Friday reaches
into Saturday, also when Saturday itself is closed. Whether that clock can be believed is another
question (`kiosk.guard.wallclock`). Imports nothing of the kiosk but how words are said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.said import marked, said

if TYPE_CHECKING:
    from datetime import date, datetime

Range = tuple[int, int]
"""Minutes after midnight: from, and until. The latter lies beyond 1440 when it is tomorrow's."""
Ranges = tuple[Range, ...]
"""The open times of a day in order; none: closed."""

DAY_MINUTES = 24 * 60
ALL_DAY: Ranges = ((0, DAY_MINUTES),)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DATE_FORM = marked('a day and its hours like "2026-12-24 closed" or "2026-12-31 10:00-14:00"')
MOST_RANGES = 4
USUAL = "9:00-17:00"
STEP_MINUTES = 30
LATEST = DAY_MINUTES + 12 * 60
"""On the stand itself a day's hours reach to the next noon at most."""

_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(.+)")


class HoursError(ValueError):
    """A text that says no hours; the words say what is wrong with it."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Hours:
    """The hours of the days of a week from Monday on, and of single dates (ISO 8601)."""

    week: tuple[Ranges, ...] = (ALL_DAY,) * 7
    dates: Mapping[str, Ranges] = field(default_factory=dict[str, Ranges])

    @property
    def always(self) -> bool:
        """Whether the stand never closes."""
        return all(ranges == ALL_DAY for ranges in (*self.week, *self.dates.values()))

    def of(self, day: date) -> Ranges:
        """The hours that begin on a day."""
        return self.dates.get(day.isoformat(), self.week[day.weekday()])

    def open_at(self, moment: datetime) -> bool:
        """Whether the stand is open at a local time."""
        minute = moment.hour * 60 + moment.minute
        if _inside(minute, self.of(moment.date())):
            return True
        yesterday = moment.date().toordinal() - 1
        if yesterday < 1:
            return False
        before = type(moment.date()).fromordinal(yesterday)
        return _inside(minute + DAY_MINUTES, self.of(before))


@dataclass(frozen=True)
class Row:
    """A line of a sign with hours: days from `first` to `last` (0 is Monday), or dates from `day`
    to `until` (ISO 8601).
    """

    ranges: Ranges
    first: int = 0
    last: int = 0
    day: str = ""
    until: str = ""


def parse(text: str) -> Ranges:
    """The hours that a text says; empty means open all day. Raises `HoursError`."""
    text = text.strip().lower()
    if text in ("", "open"):
        return ALL_DAY
    if text == "closed":
        return ()
    ranges = sorted(_range(part) for part in text.split(","))
    if len(ranges) > MOST_RANGES:
        raise HoursError(said("more than {most} times on one day", most=MOST_RANGES))
    for (_, end), (start, _) in pairwise(ranges):
        if start < end:
            raise HoursError(said("{time} lies inside the time before it", time=clock(start)))
    return tuple(ranges)


def parse_date(text: str) -> tuple[str, Ranges]:
    """A date (ISO 8601) and its hours. Raises `HoursError`."""
    from datetime import date  # not before the first frame

    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise HoursError(said("{text} is not {form}", text=repr(text), form=said(DATE_FORM)))
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        raise HoursError(said("there is no day {day}", day=match[1])) from None
    try:
        return day.isoformat(), parse(match[2])
    except HoursError as error:
        raise HoursError(said("on {day} {why}", day=match[1], why=error.words)) from None


def mistake(text: str) -> str:
    """What is wrong with the hours of a day; "" if nothing is."""
    try:
        parse(text)
    except HoursError as error:
        return error.words
    return ""


def mistake_in_dates(texts: Sequence[str]) -> str:
    """What is wrong with a list of dates; "" if nothing is."""
    days: set[str] = set()
    for text in texts:
        try:
            day, _ranges = parse_date(text)
        except HoursError as error:
            return error.words
        if day in days:
            return said("{day} stands there twice", day=day)
        days.add(day)
    return ""


def hours_of(week: Sequence[str], dates: Sequence[str]) -> Hours:
    """The hours of seven texts from Monday on, and of the texts of dates. Raises `HoursError`."""
    return Hours(tuple(parse(text) for text in week), dict(parse_date(text) for text in dates))


def moved(text: str, by: int, *, closing: bool) -> str:
    """The hours of a day that opens, or closes, half an hour later (`by` 1) or earlier (-1).

    A closed day opens as `USUAL`; a day without any time left is closed.
    """
    ranges = [*parse(text)]
    if not ranges:
        return USUAL
    place = -1 if closing else 0
    start, end = ranges[place]
    if closing:
        most = min(start + DAY_MINUTES - STEP_MINUTES, LATEST) if start else DAY_MINUTES
        end = max(end, min(_stepped(end, by), most)) if by > 0 else _stepped(end, by)
    else:
        start = max(end - DAY_MINUTES + 1 if end > DAY_MINUTES else 0, _stepped(start, by))
    if end <= start or start >= DAY_MINUTES:
        del ranges[place]
    else:
        ranges[place] = (start, end)
    return written(tuple(ranges))


def written(ranges: Ranges) -> str:
    """Hours as the settings write them."""
    if ranges == ALL_DAY:
        return "open"
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in ranges) or "closed"


def rows(hours: Hours, today: date, days_ahead: int = 10) -> tuple[Row, ...]:
    """The lines of a sign: the week and the dates that come; days that are alike share a line."""
    week: list[Row] = []
    for number, ranges in enumerate(hours.week):
        if week and week[-1].ranges == ranges:
            week[-1] = Row(ranges, week[-1].first, number)
        else:
            week.append(Row(ranges, number, number))
    return (*week, *_coming(hours, today, days_ahead))


def _coming(hours: Hours, today: date, days_ahead: int) -> list[Row]:
    found: list[Row] = []
    before = ""
    for ahead in range(days_ahead):
        day = type(today).fromordinal(today.toordinal() + ahead).isoformat()
        ranges = hours.dates.get(day)
        if ranges is not None and found and (found[-1].until, found[-1].ranges) == (before, ranges):
            found[-1] = Row(ranges, day=found[-1].day, until=day)
        elif ranges is not None:
            found.append(Row(ranges, day=day, until=day))
        before = day
    return found


def clock(minutes: int) -> str:
    """Minutes after midnight as a clock shows them; the midnight that ends a day is 24:00."""
    hour, minute = divmod(minutes, 60)
    return f"{hour if minutes <= DAY_MINUTES else hour - 24}:{minute:02d}"


def words(ranges: Ranges) -> str:
    """Hours as one line, such as 9:00–12:00, 13:00–17:00; "" when closed or open all day."""
    if ranges == ALL_DAY:
        return ""
    return ", ".join(f"{clock(start)}–{clock(end)}" for start, end in ranges)


def _stepped(minute: int, by: int) -> int:
    """The next full or half hour in a direction."""
    return (minute // STEP_MINUTES + 1 if by > 0 else -(-minute // STEP_MINUTES) - 1) * STEP_MINUTES


def _inside(minute: int, ranges: Ranges) -> bool:
    return any(start <= minute < end for start, end in ranges)


def _range(text: str) -> Range:
    start, dash, end = text.strip().replace("–", "-").partition("-")
    if not dash:
        raise HoursError(said("{text} is no time from and until", text=repr(text.strip())))
    begins, ends = _minutes(start), _minutes(end)
    if begins == DAY_MINUTES:
        raise HoursError(said("nothing begins at 24:00; write 0:00 on the day after"))
    if begins == ends:
        raise HoursError(said("{text} has no length; write “open” for all day", text=text.strip()))
    return begins, ends if ends > begins else ends + DAY_MINUTES


def _minutes(text: str) -> int:
    match = _TIME.fullmatch(text.strip())
    minutes = int(match[1]) * 60 + int(match[2]) if match and int(match[2]) < 60 else -1
    if not 0 <= minutes <= DAY_MINUTES:
        raise HoursError(
            said("{text} is no time of day; write it like 9:00", text=repr(text.strip()))
        )
    return minutes
