"""A report in the terminal: tables with bars. Imports rich."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from kiosk.catalogs import interface_text
from kiosk.stats.report import Report, Table
from kiosk.stats.wording import Wording

BAR = 30
"""Signs of the longest bar."""


def show(report: Report, wording: Wording, console: Console | None = None) -> None:
    """Print a report."""
    console = console or Console(highlight=False)
    language = wording.language
    period = interface_text(language, "%1 to %2")
    console.print(period.replace("%1", str(report.first)).replace("%2", str(report.last)))
    if not report.tables:
        none = interface_text(language, "There were no visits in this time.")
        few = interface_text(language, "There were fewer than five visits in this time.")
        console.print(none if report.visits == 0 else few)
        return
    totals = (
        (interface_text(language, "Visits"), report.visits),
        (interface_text(language, "Page views"), report.views),
    )
    for name, count in totals:
        if count == 0:
            continue
        console.print(Text.assemble(f"{name}: ", (wording.count(count), "bold")))
    for table in report.tables:
        console.print()
        console.print(_grid(table, wording))


def _grid(table: Table, wording: Wording) -> Grid:
    most = max((row.count or 0 for row in table.rows), default=0)
    grid = Grid(title=wording.title(table.name), title_justify="left", box=None, show_header=False)
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True, style="yellow")
    for row in table.rows:
        bar = "█" * max(1, round(BAR * row.count / most)) if row.count else ""
        name = Text(wording.name(table.name, row.key))
        grid.add_row(name, wording.count(row.count), bar)
    return grid
