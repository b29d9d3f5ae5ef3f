"""The numbers for the staff's own page on the stand, all as they are. No Qt."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice

from kiosk.overview import Bar, Overview, Period
from kiosk.stats import dates
from kiosk.stats.database import DamagedError, read
from kiosk.stats.figures import UNKNOWN_HOUR, Figures, collect, last_days
from kiosk.stats.report import TableName
from kiosk.stats.service import Statistics
from kiosk.stats.tally import Counts
from kiosk.stats.trouble import trouble_words
from kiosk.stats.wording import Wording, titles_of

log = logging.getLogger(__name__)

MOST_PAGES = 8
FIRST_HOUR, LAST_HOUR = 9, 17
"""The hours of a day are shown at least from here to there."""


class StatisticsBook:
    """Reads what has been counted up to now."""

    def __init__(
        self,
        statistics: Statistics,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`wall` is the system's clock: seconds since 1970."""
        self._statistics = statistics
        self._wall = wall

    def overview(self, period: Period, language: str) -> Overview:
        """The numbers of a period; what is still in memory is written first."""
        today = dates.day_of(dates.slot_at(self._wall())[0])
        if today is None:
            return Overview(trouble=trouble_words(language, "clock"))
        self._statistics.flush()
        first, last = _period(period, today)
        trouble = trouble_words(language, self._statistics.trouble)
        counts: Counts = {}
        try:
            counts = read(self._statistics.path, first, last)
        except (sqlite3.Error, OSError, DamagedError) as error:
            log.warning("the statistics cannot be read: %s", error)
            trouble = trouble_words(language, "unreadable")
        bundle = self._statistics.bundle
        titles: Mapping[str, str] = {} if bundle is None else titles_of(bundle, language)
        wording = Wording(language, titles)
        figures = collect(counts, first, last)
        return Overview(
            wording.number(figures.visits),
            wording.number(figures.views),
            _bars(_columns(figures, period), wording),
            _bars(islice(_ranked("pages", figures.pages, wording), MOST_PAGES), wording),
            _bars(_ranked("languages", figures.languages, wording), wording),
            tuple(_quiz(figures, wording)),
            trouble,
        )


def _period(period: Period, today: date) -> tuple[date, date]:
    if period == "year":
        months = today.year * 12 + today.month - 1 - 11
        return date(months // 12, months % 12 + 1, 1), today
    return last_days(today, 7 if period == "week" else 1)


def _columns(figures: Figures, period: Period) -> Iterator[tuple[str, int]]:
    """Every hour, day or month of the period, with or without visits."""
    if period == "today":
        known = [int(key) for key in figures.hours if key != UNKNOWN_HOUR]
        first, last = min([FIRST_HOUR, *known]), max([LAST_HOUR, *known])
        for hour in range(first, last + 1):
            yield f"{hour:02}", figures.hours.get(f"{hour:02}", 0)
    elif period == "week":
        for number in range(7):
            day = figures.first + timedelta(days=number)
            yield f"{day:%m-%d}", figures.days.get(day.isoformat(), 0)
    else:
        start = figures.first.year * 12 + figures.first.month - 1
        for number in range(12):
            year, month = divmod(start + number, 12)
            yield f"{month + 1:02}", figures.months.get(f"{year}-{month + 1:02}", 0)


def _bars(counts: Iterable[tuple[str, int]], wording: Wording) -> tuple[Bar, ...]:
    """Bars as long as their counts; an empty one has no number."""
    found = list(counts)
    most = max((count for _, count in found), default=0) or 1
    return tuple(
        Bar(label, count / most, wording.number(count) if count else "") for label, count in found
    )


def _ranked(
    table: TableName, counts: Mapping[str, int], wording: Wording
) -> Iterator[tuple[str, int]]:
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        yield wording.name(table, key), counts[key]


def _quiz(figures: Figures, wording: Wording) -> Iterator[Bar]:
    """Right answers of all answers, question by question."""
    for key in sorted({*figures.right, *figures.wrong}):
        right = figures.right.get(key, 0)
        whole = right + figures.wrong.get(key, 0)
        number = wording.number
        yield Bar(wording.name("right", key), right / whole, number(right), number(whole))
