"""A report that may leave the stand: no number below five stands in it or follows from it. Pure.

Tables whose rows add up to the visits or to the page views are protected as parts of that total.
The other rules: a code is shown on a page as often as the page, so both are shown or neither; the
codes in a panel are a part of the openings of that panel; right and wrong answers stand
without a total. A period with fewer than five visits has no table at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.stats import kinds
from kiosk.stats.figures import Figures
from kiosk.stats.suppression import LEAST, hidden_inside, hidden_parts, small

DAYS_IN_A_TABLE = 62
"""A longer period is shown by months."""

TableName = Literal[
    "days",
    "months",
    "hours",
    "ends",
    "visit_times",
    "pages",
    "page_times",
    "languages",
    "right",
    "wrong",
    "codes",
    "panels",
]
RANKED = {"pages", "languages", "codes", "panels"}
"""Tables in the order of their counts."""


@dataclass(frozen=True)
class Row:
    """An item and its count; None stands for a number that is not shown."""

    key: str
    count: int | None


@dataclass(frozen=True)
class Table:
    """Rows in the order in which they are shown."""

    name: TableName
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Report:
    """What may be shown of a period; None stands for "fewer than five"."""

    first: date
    last: date
    visits: int | None
    views: int | None
    tables: tuple[Table, ...]

    def table(self, name: TableName) -> Table:
        """The table of a name, empty if the report has none."""
        return next((table for table in self.tables if table.name == name), Table(name, ()))


def report_of(figures: Figures) -> Report:
    """The report of these figures."""
    if figures.visits < LEAST:
        none = figures.visits == 0
        return Report(figures.first, figures.last, 0 if none else None, 0 if none else None, ())
    long = (figures.last - figures.first).days >= DAYS_IN_A_TABLE
    pages = _parts(figures.pages)
    tables: list[tuple[TableName, Mapping[str, int | None]]] = [
        ("months", _parts(figures.months)) if long else ("days", _parts(figures.days)),
        ("hours", _parts(figures.hours)),
        ("visit_times", _parts(figures.visit_times)),
        ("ends", _parts(figures.ends)),
        ("pages", pages),
        ("page_times", _parts(figures.page_times)),
        ("languages", _parts(figures.languages)),
        ("right", _each(figures.right)),
        ("wrong", _each(figures.wrong)),
        ("codes", _codes(figures, pages)),
        ("panels", _each(figures.panels)),
    ]
    views = None if small(figures.views) else figures.views
    shown = tuple(_table(name, rows) for name, rows in tables if rows)
    return Report(figures.first, figures.last, figures.visits, views, shown)


def _parts(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Parts of a total that is shown; none when they would tell too much."""
    hidden = hidden_parts(list(counts.values()))
    if hidden is None:
        return {}
    rows = zip(counts.items(), hidden, strict=True)
    return {key: None if gone else count for (key, count), gone in rows}


def _each(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts without a total."""
    return {key: None if small(count) else count for key, count in counts.items()}


def _codes(figures: Figures, pages: Mapping[str, int | None]) -> dict[str, int | None]:
    """Codes for phones: those of pages follow the pages, those of sources their panel."""
    rows: dict[str, int | None] = {}
    for key, count in figures.codes.items():
        panel = key in kinds.CODED_PANELS
        whole = (figures.panels if panel else figures.pages).get(key, count)
        hidden = hidden_inside(count, whole) or (not panel and pages.get(key) is None)
        rows[key] = None if hidden else count
    return rows


def _table(name: TableName, rows: Mapping[str, int | None]) -> Table:
    """In a ranking the order of what is not shown must not tell its size either."""
    ordered = [Row(key, count) for key, count in rows.items()]
    if name in RANKED:
        ordered.sort(key=lambda row: (-(row.count or 0), row.key))
    return Table(name, tuple(ordered))
