"""Rules of charts of counted and dated values that types alone cannot say. No disk, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.blocks.line import LineBlock, LinePoint
from kiosk.content.blocks.share import ShareBlock
from kiosk.content.check_numbers import rounding
from kiosk.content.problems import Finding, Pointer
from kiosk.said import said


def share_findings(block: ShareBlock, at: Pointer) -> Iterator[Finding]:
    """A part is not more than its whole."""
    if block.part > block.whole:
        yield Finding(
            code="E219",
            words=said(
                "{part} of {whole} cannot be: the part is larger than the whole.",
                part=block.part,
                whole=block.whole,
            ),
            fix=said("Correct one of the two numbers, or change them over."),
            pointer=(*at, "part"),
        )


def line_findings(block: LineBlock, at: Pointer) -> Iterator[Finding]:
    """Dates in order and once each, values enough for a line, series that can be told apart."""
    for index, series in enumerate(block.series):
        here = (*at, "series", index)
        yield from _dates(series.points, (*here, "points"))
        yield from _values(block, series.points, (*here, "points"))
    yield from _names(block, at)
    marked = [index for index, series in enumerate(block.series) if series.highlight]
    if len(marked) > 1:
        yield Finding(
            code="E214",
            words=said("{count} series are highlighted; it can be one at most.", count=len(marked)),
            fix=said("Leave “highlight” with the one series that the page is about."),
            pointer=(*at, "series", marked[1], "highlight"),
            also=((*at, "series", marked[0], "highlight"),),
            also_words=said("first in"),
        )


def _dates(points: list[LinePoint], at: Pointer) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, point in enumerate(points):
        if first.setdefault(point.date, index) != index:
            yield Finding(
                code="E218",
                words=said("{date} has two values in this series.", date=point.date),
                fix=said("Remove one, or write the dates more exactly."),
                pointer=(*at, index, "date"),
                also=((*at, first[point.date], "date"),),
                also_words=said("first in"),
            )
        elif index and point.date < points[index - 1].date:
            yield Finding(
                code="E211",
                words=said(
                    "{date} stands after {before}, but was earlier.",
                    date=point.date,
                    before=points[index - 1].date,
                ),
                fix=said("Put the values in the order of their dates."),
                pointer=(*at, index, "date"),
            )


def _values(block: LineBlock, points: list[LinePoint], at: Pointer) -> Iterator[Finding]:
    known = sum(point.value is not None for point in points)
    if known < 2:
        yield Finding(
            code="E215",
            words=said(
                "A line begins with two values; this series has {known}.",
                known=known,
            ),
            fix=said("Add values, or show the one number in a figure."),
            pointer=at,
        )
    fix = said("Raise “decimals” of this block, or write the number as it shall be read.")
    for index, point in enumerate(points):
        if point.value is not None:
            yield from rounding(point.value, block.decimals, fix, (*at, index, "value"))


def _names(block: LineBlock, at: Pointer) -> Iterator[Finding]:
    if len(block.series) < 2:
        return
    met: dict[tuple[tuple[str, str], ...], int] = {}
    for index, series in enumerate(block.series):
        here = (*at, "series", index)
        if series.name is None:
            yield Finding(
                code="E220",
                words=said(
                    "One of {count} series has no name: nobody could tell which.",
                    count=len(block.series),
                ),
                fix=said("Add a “name”."),
                pointer=here,
            )
            continue
        first = met.setdefault(tuple(sorted(series.name.items())), index)
        if first != index:
            yield Finding(
                code="E218",
                words=said("Two series have the same name."),
                fix=said("Change one of them."),
                pointer=(*here, "name"),
                also=((*at, "series", first, "name"),),
                also_words=said("first in"),
            )
