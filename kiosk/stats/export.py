"""A report as a file for other programs: CSV and JSON. Pure.

A CSV has one row for each number: `from, to, table, key, name, count`, in UTF-8 with a mark, so
that spreadsheets read every letter. A cell never begins a formula. Names may change with language
and version; tables and keys do not.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from kiosk.stats.report import Report
from kiosk.stats.suppression import LEAST
from kiosk.stats.wording import HIDDEN, Wording

COLUMNS = ("from", "to", "table", "key", "name", "count")


def csv_bytes(report: Report, wording: Wording) -> bytes:
    """The report as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    period = (report.first.isoformat(), report.last.isoformat())
    totals = (("visits", report.visits), ("page_views", report.views))
    for key, count in totals:
        if count != 0:
            writer.writerow((*period, "totals", key, "", _cell(count)))
    for table in report.tables:
        for row in table.rows:
            name = _safe(wording.name(table.name, row.key))
            writer.writerow((*period, table.name, _safe(row.key), name, _cell(row.count)))
    return text.getvalue().encode("utf-8-sig")


def plain(report: Report, wording: Wording) -> dict[str, Any]:
    """The report as an object for JSON; a number that is not shown is null."""
    return {
        "format": 1,
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "least": LEAST,
        "visits": report.visits,
        "pageViews": report.views,
        "tables": {
            table.name: [
                {"key": row.key, "name": wording.name(table.name, row.key), "count": row.count}
                for row in table.rows
            ]
            for table in report.tables
        },
    }


def _cell(count: int | None) -> str:
    return HIDDEN if count is None else str(count)


def _safe(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
