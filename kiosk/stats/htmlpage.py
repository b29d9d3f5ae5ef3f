"""A report as one page to print: HTML that needs nothing beside itself. Pure.

Bars are woven bands as on the screen: square, amber on linen. A number that is not shown has a
hatched stump of one size, so that its length tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import escape

from kiosk.catalogs import interface_text
from kiosk.stats.figures import UNKNOWN_HOUR
from kiosk.stats.report import Report, Row, Table, TableName
from kiosk.stats.wording import Wording

LISTS: tuple[TableName, ...] = (
    "pages",
    "languages",
    "visit_times",
    "ends",
    "page_times",
    "codes",
    "panels",
)
WIDTH, WIDEST, HEIGHT, STUMP = 640, 48, 120, 6
"""Units of a column chart: its width, its widest column, its height without words, and a column
that is not shown."""
MOST_NUMBERED = 31
"""Columns that each bear their number; more would touch each other."""

STYLE = """
@page { size: A4; margin: 16mm }
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { font: 11pt/1.4 Manrope, "Noto Sans", "Segoe UI", sans-serif; color: #14202b;
  background: #fff; margin: 0 auto; max-width: 178mm; padding: 8mm 0 }
h1 { font-size: 22pt; font-weight: 500; line-height: 1.15; margin: 0 }
h2 { font-size: 12pt; font-weight: 600; margin: 7mm 0 2mm }
p { margin: 1mm 0; max-width: 150mm }
.totals { display: flex; gap: 14mm; margin: 6mm 0 2mm; border-top: 1.4mm solid #c9820b;
  padding-top: 4mm }
.totals b { display: block; font-size: 34pt; font-weight: 200; line-height: 1.1 }
section { break-inside: avoid }
table { border-collapse: collapse; width: 100% }
th { font-weight: 400; text-align: left; width: 40%; padding: .7mm 3mm .7mm 0 }
td { padding: .7mm 0 }
td:last-child { text-align: right; width: 18mm; font-variant-numeric: tabular-nums }
i { display: block; height: 3.4mm; background: #c9820b }
i.hidden { width: 4mm; background: repeating-linear-gradient(135deg,#8a94a0 0 1px,#fff 1px 3px) }
svg { width: 100%; height: auto; display: block }
svg text { font-size: 10px; fill: #14202b; text-anchor: middle }
.note { color: #4a5763; font-size: 9.5pt; margin-top: 2mm }
"""


def html_bytes(report: Report, wording: Wording, stand: str = "") -> bytes:
    """The page; `stand` is the name of the stand, for the heading."""
    language = wording.language
    title = interface_text(language, "Statistics")
    heading = f"{title} · {stand}" if stand else title
    period = interface_text(language, "%1 to %2")
    period = period.replace("%1", str(report.first)).replace("%2", str(report.last))
    body = "\n".join(
        [
            f"<h1>{escape(heading)}</h1>",
            f"<p>{escape(period)}</p>",
            *(_content(report, wording) if report.tables else _nothing(report, language)),
        ]
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        f"<title>{escape(heading)}, {escape(period)}</title>\n<style>{STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    ).encode()


def _nothing(report: Report, language: str) -> Iterator[str]:
    none = interface_text(language, "There were no visits in this time.")
    few = interface_text(language, "There were fewer than five visits in this time.")
    yield f"<p>{escape(none if report.visits == 0 else few)}</p>"


def _content(report: Report, wording: Wording) -> Iterator[str]:
    language = wording.language
    totals = (
        (interface_text(language, "Visits"), report.visits),
        (interface_text(language, "Page views"), report.views),
    )
    numbers = "".join(
        f"<div><b>{escape(wording.count(count))}</b>{escape(name)}</div>"
        for name, count in totals
        if count != 0
    )
    yield f'<div class="totals">{numbers}</div>'
    days, months, hours = (report.table(name) for name in ("days", "months", "hours"))
    yield _columns(days, _every_day(report, days), wording)
    yield _columns(months, months.rows, wording)
    yield _columns(hours, _every_hour(hours), wording)
    for name in LISTS:
        yield _list(report.table(name), wording)
    yield _quiz(report, wording)
    notes = "".join(f"<p>{escape(note)}</p>" for note in _notes(language))
    yield f'<div class="note">{notes}</div>'


def _notes(language: str) -> Iterator[str]:
    yield interface_text(
        language,
        "<5: fewer than five, or left out so that such a number cannot be worked out.",
    )
    yield interface_text(
        language,
        "Only counts per hour are kept, nothing about a person. Staff and talks are not counted. "
        "A page counts when it was shown for two seconds.",
    )


def _every_day(report: Report, table: Table) -> tuple[Row, ...]:
    """A place for each day of the period; days without visits stay empty."""
    if not table.rows:
        return ()
    known = {row.key: row for row in table.rows}
    length = (report.last - report.first).days + 1
    days = ((report.first + timedelta(days=n)).isoformat() for n in range(length))
    return tuple(known.get(day, Row(day, 0)) for day in days)


def _every_hour(table: Table) -> tuple[Row, ...]:
    """The hours from the first to the last that has visits."""
    known = {row.key: row for row in table.rows}
    hours = [int(key) for key in known if key != UNKNOWN_HOUR]
    if not hours:
        return table.rows
    keys = [f"{hour:02}" for hour in range(min(hours), max(hours) + 1)]
    extra = [UNKNOWN_HOUR] if UNKNOWN_HOUR in known else []
    return tuple(known.get(key, Row(key, 0)) for key in (*keys, *extra))


def _columns(table: Table, rows: tuple[Row, ...], wording: Wording) -> str:
    """A column chart; an item of zero is a gap."""
    if not table.rows:
        return ""
    most = max((row.count or 0 for row in rows), default=0)
    cell = min(WIDEST, WIDTH / len(rows))
    numbered = len(rows) <= MOST_NUMBERED
    drawn: list[str] = []
    for index, row in enumerate(rows):
        middle = (index + 0.5) * cell
        if numbered or index % 7 == 0:
            label = escape(_short(table.name, row.key))
            drawn.append(f'<text x="{middle:.1f}" y="{HEIGHT + 26}">{label}</text>')
        if row.count == 0:
            continue
        height = STUMP if row.count is None else max(2.0, HEIGHT * row.count / most)
        y = HEIGHT + 14 - height
        fill = "url(#hatch)" if row.count is None else "#c9820b"
        name = f"{wording.name(table.name, row.key)}: {wording.count(row.count)}"
        drawn.append(
            f'<rect x="{middle - cell * 0.4:.1f}" y="{y:.1f}" width="{cell * 0.8:.1f}"'
            f' height="{height:.1f}" fill="{fill}"><title>{escape(name)}</title></rect>'
        )
        if numbered:
            number = escape(wording.count(row.count))
            drawn.append(f'<text x="{middle:.1f}" y="{y - 4:.1f}">{number}</text>')
    title = escape(wording.title(table.name))
    return (
        f"<section><h2>{title}</h2>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT + 32}" role="img" aria-label="{title}">'
        '<defs><pattern id="hatch" width="3" height="3" patternUnits="userSpaceOnUse">'
        '<path d="M0 3L3 0" stroke="#8a94a0"/></pattern></defs>'
        f"{''.join(drawn)}</svg></section>"
    )


def _short(table: TableName, key: str) -> str:
    """What stands below a column."""
    if table == "days":
        return str(int(key[8:]))
    if table == "hours":
        return "?" if key == UNKNOWN_HOUR else key
    return key


def _list(table: Table, wording: Wording) -> str:
    """A bar for each row."""
    if not table.rows:
        return ""
    most = max((row.count or 0 for row in table.rows), default=0)
    rows = "".join(
        f"<tr><th>{escape(wording.name(table.name, row.key))}</th><td>{_bar(row.count, most)}</td>"
        f"<td>{escape(wording.count(row.count))}</td></tr>"
        for row in table.rows
    )
    return f"<section><h2>{escape(wording.title(table.name))}</h2><table>{rows}</table></section>"


def _bar(count: int | None, most: int) -> str:
    if count is None:
        return '<i class="hidden"></i>'
    return f'<i style="width:{100 * count / most:.1f}%"></i>' if count else ""


def _quiz(report: Report, wording: Wording) -> str:
    """Right and wrong answers, a row for each question."""
    right = {row.key: row.count for row in report.table("right").rows}
    wrong = {row.key: row.count for row in report.table("wrong").rows}
    questions = sorted({*right, *wrong})
    if not questions:
        return ""
    rows = "".join(
        f"<tr><th>{escape(wording.name('right', key))}</th>"
        f"<td>{escape(_answers(right.get(key, 0), wording))}</td>"
        f"<td>{escape(_answers(wrong.get(key, 0), wording))}</td></tr>"
        for key in questions
    )
    heads = "".join(f"<td>{escape(wording.title(name))}</td>" for name in ("right", "wrong"))
    title = escape(interface_text(wording.language, "Quiz"))
    return f"<section><h2>{title}</h2><table><tr><th></th>{heads}</tr>{rows}</table></section>"


def _answers(count: int | None, wording: Wording) -> str:
    """A number of answers; none at all is a dash."""
    return "–" if count == 0 else wording.count(count)
