"""Counts of a period, arranged in tables: all numbers as they are. Pure.

For the stand's own staff page. What leaves the stand goes through `kiosk.stats.report`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.stats import kinds
from kiosk.stats.dates import NO_HOUR
from kiosk.stats.tally import Counts

OPEN = "open"
"""A visit or a page view whose end is not known: it goes on, or the power went off."""
UNKNOWN_HOUR = "unknown"


@dataclass(frozen=True)
class Figures:
    """What was counted from `first` to `last`, both included.

    Each table goes from an item to its count, without zeros: days (2026-11-28), months (2026-11),
    hours (00 to 23 or `UNKNOWN_HOUR`), pages and codes (addresses), right and wrong (questions),
    languages (tags), panels, and the classes of `kiosk.stats.kinds`, or `OPEN`, in their order.
    """

    first: date
    last: date
    visits: int
    views: int
    days: Mapping[str, int]
    months: Mapping[str, int]
    hours: Mapping[str, int]
    ends: Mapping[str, int]
    visit_times: Mapping[str, int]
    pages: Mapping[str, int]
    page_times: Mapping[str, int]
    languages: Mapping[str, int]
    right: Mapping[str, int]
    wrong: Mapping[str, int]
    codes: Mapping[str, int]
    panels: Mapping[str, int]


def collect(counts: Counts, first: date, last: date) -> Figures:
    """The tables of these counts, as far as they lie in the period."""
    inside = {
        key: count
        for key, count in counts.items()
        if first.isoformat() <= key[0] <= last.isoformat()
    }
    tables: dict[str, Counter[str]] = {}
    days: Counter[str] = Counter()
    hours: Counter[str] = Counter()
    for (day, hour, kind, item), count in inside.items():
        tables.setdefault(kind, Counter())[item] += count
        if kind == kinds.VISIT:
            days[day] += count
            hours[UNKNOWN_HOUR if hour == NO_HOUR else f"{hour:02}"] += count
    months: Counter[str] = Counter()
    for day, count in days.items():
        months[day[:7]] += count
    table = {kind: dict(sorted(items.items())) for kind, items in tables.items()}
    visits, views = sum(days.values()), sum(table.get(kinds.PAGE, {}).values())
    return Figures(
        first,
        last,
        visits,
        views,
        dict(sorted(days.items())),
        dict(sorted(months.items())),
        dict(sorted(hours.items())),
        _classes(table.get(kinds.END, {}), kinds.ENDS, visits),
        _classes(table.get(kinds.VISIT_TIME, {}), kinds.VISIT_TIMES, visits),
        table.get(kinds.PAGE, {}),
        _classes(table.get(kinds.PAGE_TIME, {}), kinds.PAGE_TIMES, views),
        table.get(kinds.LANGUAGE, {}),
        table.get(kinds.RIGHT, {}),
        table.get(kinds.WRONG, {}),
        table.get(kinds.CODE, {}),
        table.get(kinds.PANEL, {}),
    )


def _classes(found: Mapping[str, int], order: tuple[str, ...], total: int) -> dict[str, int]:
    """The classes in their order, and how many of the total have none."""
    known = {name: found[name] for name in order if found.get(name)}
    rest = total - sum(known.values())
    return known | ({OPEN: rest} if rest > 0 else {})


def last_days(today: date, count: int) -> tuple[date, date]:
    """The period of so many days that ends today."""
    return today - timedelta(days=count - 1), today


def month_of(year: int, month: int) -> tuple[date, date]:
    """The period of a calendar month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
