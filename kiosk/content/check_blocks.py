"""Rules of the single block types that types alone cannot say. No disk, no Qt.

A block type that needs rules adds a function here and its name to `_RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from kiosk.content import limits
from kiosk.content.blocks.bars import BarsBlock
from kiosk.content.blocks.base import Block
from kiosk.content.blocks.figure import FigureBlock
from kiosk.content.blocks.figures import FiguresBlock, FiguresItem
from kiosk.content.blocks.gallery import GalleryBlock
from kiosk.content.blocks.image import ImageBlock
from kiosk.content.blocks.line import LineBlock
from kiosk.content.blocks.quiz import QuizBlock
from kiosk.content.blocks.quote import QuoteBlock
from kiosk.content.blocks.ranking import RankingBlock
from kiosk.content.blocks.route import RouteBlock
from kiosk.content.blocks.share import ShareBlock
from kiosk.content.blocks.text import TextBlock
from kiosk.content.blocks.timeline import TimelineBlock
from kiosk.content.blocks.world import WorldBlock
from kiosk.content.check_charts import line_findings, share_findings
from kiosk.content.check_numbers import rounding
from kiosk.content.check_pictures import gallery_findings, image_findings
from kiosk.content.check_route import route_findings
from kiosk.content.check_world import world_findings
from kiosk.content.problems import Finding, Pointer
from kiosk.content.survey import Survey
from kiosk.said import said


def block_findings(survey: Survey) -> Iterator[Finding]:
    """Findings inside every block that decodes."""
    for piece in survey.blocks:
        rule = _RULES.get(piece.kind)
        if rule is not None and piece.record is not None:
            yield from rule(piece.record, piece.pointer)


def _paragraph(block: TextBlock, at: Pointer) -> Iterator[Finding]:
    for tag, written in block.text.items():
        words = len(written.split())
        if words > limits.TEXT_WORDS:
            yield Finding(
                code="E176",
                words=said(
                    "This text has {words} words; {text_words} fit beside a picture.",
                    words=words,
                    text_words=limits.TEXT_WORDS,
                ),
                fix=said("Shorten it, or spread it over two pages."),
                pointer=(*at, "text", tag),
            )


_QUOTED = re.compile(r"^[\s\"„“”«»‹›‘‚]|[\"“”«»‹›]\s*$")
"""A text that begins or ends with a quotation mark of whatever language."""


def _quote(block: QuoteBlock, at: Pointer) -> Iterator[Finding]:
    for tag, written in block.text.items():
        words = len(written.split())
        if words > limits.QUOTE_WORDS:
            yield Finding(
                code="E176",
                words=said(
                    "These words are {words}; {quote_words} can be set large.",
                    words=words,
                    quote_words=limits.QUOTE_WORDS,
                ),
                fix=said("Quote the one sentence that matters."),
                pointer=(*at, "text", tag),
            )
        if _QUOTED.search(written):
            yield Finding(
                code="W214",
                words=said("The quotation marks here come on top of those that are added."),
                fix=said("Write the words without them: every language gets its own."),
                pointer=(*at, "text", tag),
            )


def _figure(block: FigureBlock | FiguresItem, at: Pointer) -> Iterator[Finding]:
    if block.display is None:
        fix = said("Raise “decimals”, or write the number as it shall be read.")
        yield from rounding(block.value, block.decimals, fix, (*at, "value"))
    for name, part in (("prefix", block.prefix), ("suffix", block.suffix)):
        if block.display is not None and part is not None:
            yield Finding(
                code="W212",
                words=said("“{name}” is not shown, because “display” replaces it.", name=name),
                fix=said("Remove “{name}”, or “display”.", name=name),
                pointer=(*at, name),
            )


def _figures(block: FiguresBlock, at: Pointer) -> Iterator[Finding]:
    for index, item in enumerate(block.items):
        yield from _figure(item, (*at, "items", index))


def _quiz(block: QuizBlock, at: Pointer) -> Iterator[Finding]:
    for index, question in enumerate(block.questions):
        right = sum(answer.correct for answer in question.answers)
        if right != 1:
            yield Finding(
                code="E210",
                words=said(
                    "{right} answers of this question are marked as correct; it must be one.",
                    right=right,
                ),
                fix=said("Give exactly one answer “correct”: true."),
                pointer=(*at, "questions", index, "answers"),
            )
        yield from _same_answers(question.answers, (*at, "questions", index, "answers"))


def _same_answers(answers: list[Any], at: Pointer) -> Iterator[Finding]:
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for index, answer in enumerate(answers):
        first = seen.setdefault(tuple(sorted(answer.text.items())), index)
        if first != index:
            yield Finding(
                code="E218",
                words=said("Two answers of this question are the same."),
                fix=said("Change or remove one of them."),
                pointer=(*at, index),
                also=((*at, first),),
                also_words=said("first in"),
            )


def _timeline(block: TimelineBlock, at: Pointer) -> Iterator[Finding]:
    so_far: list[str] = []  # all of them: 2018 fits behind 2018-05 and before 2018-03
    for index, event in enumerate(block.events):
        before = next((date for date in so_far if _earlier(event.date, date)), None)
        if before is not None:
            yield Finding(
                code="E211",
                words=said(
                    "{date} stands after {before}, but was earlier.",
                    date=event.date,
                    before=before,
                ),
                fix=said("Put the events in the order of their dates."),
                pointer=(*at, "events", index, "date"),
            )
            so_far.clear()  # what follows is in order or not from here on
        so_far.append(event.date)


def _earlier(one: str, other: str) -> bool:
    """True when the first date is surely before the second, at the precision that both have."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _ranking(block: RankingBlock, at: Pointer) -> Iterator[Finding]:
    editions = [point.edition for point in block.points]
    for index, edition in enumerate(editions):
        if edition in editions[:index]:
            yield Finding(
                code="E218",
                words=said("The edition “{edition}” has two places.", edition=edition),
                fix=said("Remove one, or name the editions apart."),
                pointer=(*at, "points", index, "edition"),
                also=((*at, "points", editions.index(edition), "edition"),),
                also_words=said("first in"),
            )
        elif index and _years(editions) and edition < editions[index - 1]:
            yield Finding(
                code="E211",
                words=said(
                    "{date} stands after {before}, but was earlier.",
                    date=edition,
                    before=editions[index - 1],
                ),
                fix=said("Put the editions in the order of their years."),
                pointer=(*at, "points", index, "edition"),
            )
    yield from _neighbours(block, editions, at)
    worst = max(each.place for each in (*block.points, *block.neighbours))
    if block.lowest is not None and block.lowest < worst:
        yield Finding(
            code="E213",
            words=said(
                "The chart ends at place {lowest}, but place {worst} is shown.",
                lowest=block.lowest,
                worst=worst,
            ),
            fix=said("Write {worst} or more, or leave “lowest” out.", worst=worst),
            pointer=(*at, "lowest"),
        )


def _years(editions: list[str]) -> bool:
    return all(len(edition) == 4 and edition.isdigit() for edition in editions)


def _neighbours(block: RankingBlock, editions: list[str], at: Pointer) -> Iterator[Finding]:
    for index, neighbour in enumerate(block.neighbours):
        if neighbour.edition not in editions:
            yield Finding(
                code="E212",
                words=said(
                    "The edition “{edition}” is not among the points.", edition=neighbour.edition
                ),
                fix=said("Use one of: {listed}.", listed=", ".join(editions)),
                pointer=(*at, "neighbours", index, "edition"),
            )


def _bars(block: BarsBlock, at: Pointer) -> Iterator[Finding]:
    marked = [index for index, bar in enumerate(block.bars) if bar.highlight]
    if len(marked) > 1:
        yield Finding(
            code="E214",
            words=said("{count} bars are highlighted; it can be one at most.", count=len(marked)),
            fix=said("Leave “highlight” with the one bar that the story is about."),
            pointer=(*at, "bars", marked[1], "highlight"),
            also=((*at, "bars", marked[0], "highlight"),),
            also_words=said("first in"),
        )
    if not any(bar.value for bar in block.bars):
        yield Finding(
            code="E215",
            words=said("All bars are zero: there would be nothing to see."),
            fix=said("Write the values, or use another block."),
            pointer=(*at, "bars"),
        )
    fix = said("Raise “decimals” of this block, or write the number as it shall be read.")
    for index, bar in enumerate(block.bars):
        yield from rounding(bar.value, block.decimals, fix, (*at, "bars", index, "value"))


_RULES: dict[type[Block], Callable[[Any, Pointer], Iterator[Finding]]] = {
    BarsBlock: _bars,
    FigureBlock: _figure,
    FiguresBlock: _figures,
    GalleryBlock: gallery_findings,
    ImageBlock: image_findings,
    LineBlock: line_findings,
    QuizBlock: _quiz,
    QuoteBlock: _quote,
    RankingBlock: _ranking,
    RouteBlock: route_findings,
    ShareBlock: share_findings,
    TextBlock: _paragraph,
    TimelineBlock: _timeline,
    WorldBlock: world_findings,
}
