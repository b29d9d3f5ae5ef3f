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
from kiosk.content.takeaway import address, contact_code
from kiosk.content.values import Localized, sources_of

Where = tuple[int, int, int]
"""Section, story and page, from 0."""


class PageName(NamedTuple):
    """What is counted about a page.

    `answers` holds the index of the right answer for each question; `has_code` says that the page
    shows a code for a phone, `panels_have_code` that the panels of what to take along do.
    """

    address: str
    answers: tuple[int, ...]
    has_code: bool
    panels_have_code: bool


def names_of(bundle: Bundle) -> Mapping[Where, PageName]:
    """The names of all pages of a bundle."""
    coded = {source.id for source in bundle.sources if address(source)}
    contact = bundle.contact is not None and bool(contact_code(bundle.contact, _any_language))
    return {
        (s, t, p): _name(f"{section.id}/{story.id}/{page.id}", page, coded, contact)
        for s, section in enumerate(bundle.sections)
        for t, story in enumerate(section.stories)
        for p, page in enumerate(story.pages)
    }


def _name(page_address: str, page: Page, coded: set[str], contact: bool) -> PageName:
    quizzes = [block for block in page.blocks if isinstance(block, QuizBlock)]
    return PageName(
        page_address,
        tuple(_right(question) for quiz in quizzes[-1:] for question in quiz.questions),
        any(isinstance(block, TakeawayBlock) for block in page.blocks),
        contact or not coded.isdisjoint(sources_of(page)),
    )


def _any_language(text: Localized | None) -> str:
    """A text as it might be read: whether there is a code does not depend on the language."""
    return next(iter(text.values())) if text else ""


def _right(question: QuizQuestion) -> int:
    """The index of the right answer, -1 when there is none."""
    return next((i for i, answer in enumerate(question.answers) if answer.correct), -1)
