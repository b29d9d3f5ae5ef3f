"""Hours of the stand's own clock, and how far that clock is believed. Imports nothing of the kiosk.

A count belongs to the hour that a clock on the wall of the stand would show: a day and an hour of
local time. In autumn the hour that comes twice holds the counts of both. Nothing finer is kept.

A stand has no network, and a clock with an empty battery starts anywhere. So dates are written
down as the clock says them, but nothing is deleted on its word alone: `believe` keeps a day of its
own that follows the clock slowly. Only what both call too old is deleted, and only what both call
the future loses its date.
"""

from __future__ import annotations

import calendar
import time
from datetime import date, timedelta

Slot = tuple[str, int]
"""A day like 2026-11-28 and an hour from 0 to 23; see also `NO_HOUR` and `NOT_DATED`."""

NO_HOUR = -1
"""Stands for the hour when only a day is known after which something was counted."""
NOT_DATED: Slot = ("", NO_HOUR)
"""The slot while the clock shows a time before this program was made."""

FIRST_DAY = date(2026, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""A clock outside these days is certainly wrong."""

KEPT_MONTHS = 13
LEAP_DAYS = 31.0
"""Days that the believed day goes on in a day of running: a clock that is wrong by ten years over
a weekend moves it by two months, and a stand that was in store for a year catches up in twelve."""
BACK_DAYS = 1.0
"""Days that it goes back in a day of running. Slower, for the days already counted were lived."""
FUTURE_DAYS = 31
"""What lies further ahead than this of both the clock and the believed day has a wrong date."""
DAY_SECONDS = 86_400.0


def slot_at(seconds: float) -> Slot:
    """The slot of a reading of the system's clock (seconds since 1970)."""
    try:
        local = time.localtime(seconds)
        day = date(local.tm_year, local.tm_mon, local.tm_mday)
    except (ValueError, OverflowError, OSError):
        return NOT_DATED
    return (day.isoformat(), local.tm_hour) if FIRST_DAY <= day <= LAST_DAY else NOT_DATED


def day_of(text: str) -> date | None:
    """The day of a slot, None for one without."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def believe(believed: float | None, today: date, running_seconds: float) -> float:
    """The believed day (a proleptic ordinal with fractions) after some more time of running.

    It goes towards today; the first clock that is seen is believed.
    """
    wanted = float(today.toordinal())
    if believed is None:
        return wanted
    running_days = max(0.0, running_seconds) / DAY_SECONDS
    return believed + min(
        max(wanted - believed, -BACK_DAYS * running_days), LEAP_DAYS * running_days
    )


def oldest_kept(today: date, believed: float) -> date:
    """The first day that is kept: 13 months before today, and before the believed day."""
    day = min(today, date.fromordinal(int(believed)))
    months = day.year * 12 + day.month - 1 - KEPT_MONTHS
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def latest_possible(today: date, believed: float) -> date:
    """The last day whose counts keep their date."""
    return max(today, date.fromordinal(int(believed))) + timedelta(days=FUTURE_DAYS)


def certain_day(today: date | None, believed: float | None) -> date:
    """The day under which something without a date is kept."""
    if believed is None:
        return today or FIRST_DAY
    last = date.fromordinal(int(believed))
    return last if today is None else min(last, today)
