"""What the pages of a bundle are called in the counters, and which answers are right. No Qt.

The visit knows pages by index only. A count is kept by ids, so that it stays with its page when
the next version of the content moves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiosk.content.blocks.quiz import QuizBlock, QuizQuestion
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.model import Bundle, Page
from kiosk.content.takeaway import address
from kiosk.content.values import sources_of

Where = tuple[int, int, int]
"""Section, story and page, from 0."""


class PageName(NamedTuple):
    """What is counted about a page.

    `answers` holds the index of the right answer for each question; `has_code` says that the page
    shows a code for a phone, `sources_have_code` that the panel of its sources does.
    """

    address: str
    answers: tuple[int, ...]
    has_code: bool
    sources_have_code: bool


def names_of(bundle: Bundle) -> Mapping[Where, PageName]:
    """The names of all pages of a bundle."""
    coded = {source.id for source in bundle.sources if address(source)}
    return {
        (s, t, p): _name(f"{section.id}/{story.id}/{page.id}", page, coded)
        for s, section in enumerate(bundle.sections)
        for t, story in enumerate(section.stories)
        for p, page in enumerate(story.pages)
    }


def _name(page_address: str, page: Page, coded: set[str]) -> PageName:
    quizzes = [block for block in page.blocks if isinstance(block, QuizBlock)]
    return PageName(
        page_address,
        tuple(_right(question) for quiz in quizzes[-1:] for question in quiz.questions),
        any(isinstance(block, TakeawayBlock) for block in page.blocks),
        not coded.isdisjoint(sources_of(page)),
    )


def _right(question: QuizQuestion) -> int:
    """The index of the right answer, -1 when there is none."""
    return next((i for i, answer in enumerate(question.answers) if answer.correct), -1)
