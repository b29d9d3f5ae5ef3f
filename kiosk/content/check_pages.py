"""Whether the blocks of a page fit together at standard text size.

The budget is deliberately simple: the reading column has 100 points; a story block costs what it
roughly takes of the column's height. It refuses what clearly does not fit and nothing else; how a
page really looks is for `kiosk tour`. No disk, no Qt.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kiosk.content import limits
from kiosk.content.blocks.base import Block
from kiosk.content.blocks.figure import FigureBlock
from kiosk.content.blocks.figures import FiguresBlock
from kiosk.content.blocks.quote import QuoteBlock
from kiosk.content.blocks.steps import StepsBlock, StepsItem
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.blocks.text import TextBlock
from kiosk.content.blocks.world import WorldBlock
from kiosk.content.model import stands_aside
from kiosk.content.problems import Finding, Pointer
from kiosk.content.survey import BlockPiece, Survey
from kiosk.said import joined, marked, said

COLUMN = 100
"""Points of the reading column beside a picture."""
WIDE = 160
"""Points of a page that has story blocks only and spreads them over its width."""
STRIP = 50
"""Points that are left above a block that takes the whole page."""
SLIM = 75
"""Points of the reading column beside a code: upright screens need the room for it."""

FIGURE_POINTS = 40
FIGURES_ITEM_POINTS = 20
TEXT_POINTS = 10
TEXT_LETTERS_PER_POINT = 7
STEP_POINTS = 9
STEP_LINE_POINTS = 7
STEP_TITLE_LETTERS = 36
STEP_LINE_LETTERS = 42
QUOTE_POINTS = 40
QUOTE_LETTERS_PER_POINT = 4
OTHER_POINTS = 30

_TOO_MUCH = marked("Too much stands on the page: {blocks} need {used} points, there are {room}.")
_TOO_MUCH_BESIDE_PICTURE = marked(
    "Too much stands beside the picture: {blocks} need {used} points, there are {room}."
)
_TOO_MUCH_BESIDE_CODE = marked(
    "Too much stands beside the code: {blocks} need {used} points, there are {room}."
)
_TOO_MUCH_ABOVE = marked(
    "Too much stands above a block that takes the whole page: {blocks} need {used} points, "
    "there are {room}."
)


def cost(block: Block) -> int:
    """What a story block takes of the column, in points."""
    if isinstance(block, TextBlock):
        letters = max(len(text) for text in block.text.values())
        return TEXT_POINTS + math.ceil(letters / TEXT_LETTERS_PER_POINT)
    if isinstance(block, QuoteBlock):
        letters = max(len(text) for text in block.text.values())
        return QUOTE_POINTS + math.ceil(letters / QUOTE_LETTERS_PER_POINT)
    if isinstance(block, FigureBlock):
        return FIGURE_POINTS
    if isinstance(block, FiguresBlock):
        return FIGURES_ITEM_POINTS * len(block.items)
    if isinstance(block, StepsBlock):
        return sum(STEP_POINTS + STEP_LINE_POINTS * _step_lines(step) for step in block.steps)
    return OTHER_POINTS


def _step_lines(step: StepsItem) -> int:
    """Lines that a step needs below the first one of its title, in its longest language."""
    titles = max(math.ceil(len(title) / STEP_TITLE_LETTERS) for title in step.title.values())
    return titles - 1 + max(math.ceil(len(text) / STEP_LINE_LETTERS) for text in step.text.values())


def page_findings(survey: Survey) -> Iterator[Finding]:
    """Findings about every page's combination of blocks."""
    pages: dict[Pointer, list[BlockPiece]] = {}
    for piece in survey.blocks:
        pages.setdefault(piece.pointer[:-1], []).append(piece)
    for pieces in pages.values():
        yield from _slots(pieces)
        yield from _steps(pieces)
        yield from _column(pieces)
        yield from _without_room(pieces)


def _of(pieces: list[BlockPiece], slot: str) -> list[BlockPiece]:
    return [piece for piece in pieces if piece.kind.slot == slot]


def _slots(pieces: list[BlockPiece]) -> Iterator[Finding]:
    full, evidence = _of(pieces, "full"), _of(pieces, "evidence")
    apart = said("Put one of them on a page of its own.")
    if len(full) > 1:
        words = said("{blocks} each need the whole page.", blocks=_names(full))
        yield _clash("E172", words, apart, full[1], full[0])
    if full and evidence:
        words = said(
            "{blocks} needs the whole page; {evidence} has no place.",
            blocks=_names([full[0]]),
            evidence=_names(evidence),
        )
        yield _clash("E173", words, apart, evidence[0], full[0])
    if len(evidence) > limits.EVIDENCE_BLOCKS:
        words = said(
            "{blocks} share the picture side; it has room for one.", blocks=_names(evidence)
        )
        further = evidence[limits.EVIDENCE_BLOCKS]
        yield _clash("E175", words, said("Spread them over further pages."), further, evidence[0])


def _steps(pieces: list[BlockPiece]) -> Iterator[Finding]:
    stepped = [piece for piece in pieces if piece.record and piece.record.step_count() > 1]
    if len(stepped) > 1 and len(_of(stepped, "full")) < 2:
        words = said(
            "{blocks} both have steps; Next could not tell which is meant.", blocks=_names(stepped)
        )
        yield _clash(
            "E174", words, said("Put one of them on a page of its own."), stepped[1], stepped[0]
        )


def _column(pieces: list[BlockPiece]) -> Iterator[Finding]:
    whole = [piece for piece in pieces if piece.record is not None]
    records = [piece.record for piece in whole if piece.record is not None]
    aside = [piece for i, piece in enumerate(whole) if stands_aside(records, i)]
    story = [piece for piece in _of(whole, "story") if piece not in aside]
    room, words = WIDE, _TOO_MUCH
    if _of(pieces, "evidence"):
        room, words = COLUMN, _TOO_MUCH_BESIDE_PICTURE
    elif any(piece.kind is StepsBlock for piece in story):
        room = COLUMN  # one line after the other: the width does not help
    if any(piece.kind is TakeawayBlock for piece in pieces):
        room, words = SLIM, _TOO_MUCH_BESIDE_CODE
    if _of(pieces, "full"):
        room, words = STRIP, _TOO_MUCH_ABOVE
        if not all(piece.record and piece.record.leaves_room() for piece in _of(pieces, "full")):
            return  # the words have no place at all, which is said elsewhere
    used = sum(cost(piece.record) for piece in story if piece.record is not None)
    if used > room:
        words = said(words, blocks=_names(story), used=used, room=room)
        fix = said("Shorten the text, or move a block to a further page.")
        yield Finding(code="E177", words=words, fix=fix, pointer=story[-1].pointer)


def _without_room(pieces: list[BlockPiece]) -> Iterator[Finding]:
    """Words on a page whose one block fills it would not be shown."""
    story = _of(pieces, "story")
    for piece in _of(pieces, "full"):
        if story and piece.record is not None and not piece.record.leaves_room():
            if isinstance(piece.record, WorldBlock):
                words = marked(
                    "{blocks} has no place: {full} fills the page with its list of countries."
                )
                fix = said("Put it on a page of its own, or leave the list out.")
            else:
                words = marked("{blocks} has no place: {full} fills the page.")
                fix = said("Put it on a page of its own.")
            words = said(words, blocks=_names(story), full=_names([piece]))
            yield _clash("E251", words, fix, story[0], piece)


def _clash(code: str, words: str, fix: str, piece: BlockPiece, first: BlockPiece) -> Finding:
    return Finding(
        code=code,
        words=words,
        fix=fix,
        pointer=piece.pointer,
        also=(first.pointer,),
        also_words=said("together with"),
    )


def _names(pieces: list[BlockPiece]) -> str:
    each = [said("“{name}”", name=piece.data["type"]) for piece in pieces]
    if len(each) < 2:
        return each[0] if each else ""
    return said("{first} and {last}", first=joined(*each[:-1], by=", "), last=each[-1])
