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
    apart = "Put one of them on a page of its own."
    if len(full) > 1:
        words = f"{_names(full)} each need the whole page."
        yield _clash("E172", words, apart, full[1], full[0])
    if full and evidence:
        words = f"{_names([full[0]])} needs the whole page; {_names(evidence)} has no place."
        yield _clash("E173", words, apart, evidence[0], full[0])
    if len(evidence) > limits.EVIDENCE_BLOCKS:
        words = f"{_names(evidence)} share the picture side; it has room for one."
        further = evidence[limits.EVIDENCE_BLOCKS]
        yield _clash("E175", words, "Spread them over further pages.", further, evidence[0])


def _steps(pieces: list[BlockPiece]) -> Iterator[Finding]:
    stepped = [piece for piece in pieces if piece.record and piece.record.step_count() > 1]
    if len(stepped) > 1 and len(_of(stepped, "full")) < 2:
        words = f"{_names(stepped)} both have steps; Next could not tell which is meant."
        yield _clash("E174", words, "Put one of them on a page of its own.", stepped[1], stepped[0])


def _column(pieces: list[BlockPiece]) -> Iterator[Finding]:
    whole = [piece for piece in pieces if piece.record is not None]
    records = [piece.record for piece in whole if piece.record is not None]
    aside = [piece for i, piece in enumerate(whole) if stands_aside(records, i)]
    story = [piece for piece in _of(whole, "story") if piece not in aside]
    room, where = WIDE, "on the page"
    if _of(pieces, "evidence"):
        room, where = COLUMN, "beside the picture"
    elif any(piece.kind is StepsBlock for piece in story):
        room = COLUMN  # one line after the other: the width does not help
    if any(piece.kind is TakeawayBlock for piece in pieces):
        room, where = SLIM, "beside the code"
    if _of(pieces, "full"):
        room, where = STRIP, "above a block that takes the whole page"
        if not all(piece.record and piece.record.leaves_room() for piece in _of(pieces, "full")):
            return  # the words have no place at all, which is said elsewhere
    used = sum(cost(piece.record) for piece in story if piece.record is not None)
    if used > room:
        words = f"Too much stands {where}: {_names(story)} need {used} points, there are {room}."
        fix = "Shorten the text, or move a block to a further page."
        yield Finding(code="E177", words=words, fix=fix, pointer=story[-1].pointer)


def _without_room(pieces: list[BlockPiece]) -> Iterator[Finding]:
    """Words on a page whose one block fills it would not be shown."""
    story = _of(pieces, "story")
    for piece in _of(pieces, "full"):
        if story and piece.record is not None and not piece.record.leaves_room():
            words = f"{_names(story)} has no place: {_names([piece])} fills the page"
            listed = isinstance(piece.record, WorldBlock)
            words += " with its list of countries." if listed else "."
            fix = "Put it on a page of its own"
            yield _clash(
                "E251",
                words,
                fix + (", or leave the list out." if listed else "."),
                story[0],
                piece,
            )


def _clash(code: str, words: str, fix: str, piece: BlockPiece, first: BlockPiece) -> Finding:
    return Finding(
        code=code,
        words=words,
        fix=fix,
        pointer=piece.pointer,
        also=(first.pointer,),
        also_words="together with",
    )


def _names(pieces: list[BlockPiece]) -> str:
    return " and ".join(f"“{piece.data['type']}”" for piece in pieces)
