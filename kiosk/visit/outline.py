"""The shape of a bundle as far as a visit needs it: how many of what, and which answers exist.

The machine walks over indices in this outline and never sees a text, so it stays fast and can be
tested with any shape.
"""

from __future__ import annotations

import msgspec

from kiosk.content.blocks.quiz import QuizBlock
from kiosk.content.model import Bundle, Page


class PageOutline(msgspec.Struct, frozen=True):
    """Steps of a page, and for each step how many answers it offers (0: it is no question)."""

    step_count: int = 1
    answer_counts: tuple[int, ...] = (0,)


class StoryOutline(msgspec.Struct, frozen=True):
    """The pages of a story, at least one."""

    pages: tuple[PageOutline, ...]

    @property
    def pager_count(self) -> int:
        """What the pager counts: all steps of all pages."""
        return sum(page.step_count for page in self.pages)


class SectionOutline(msgspec.Struct, frozen=True):
    """The stories of a section, at least one."""

    stories: tuple[StoryOutline, ...]


class Outline(msgspec.Struct, frozen=True):
    """The sections of a bundle and the tags of its languages."""

    sections: tuple[SectionOutline, ...]
    languages: tuple[str, ...]


def _page_outline(page: Page) -> PageOutline:
    steps = page.step_count
    answers = [0] * steps
    for block in page.blocks:
        if isinstance(block, QuizBlock):
            answers = [len(question.answers) for question in block.questions]
    return PageOutline(steps, tuple(answers))


def outline_of(bundle: Bundle) -> Outline:
    """The outline of a bundle."""
    return Outline(
        sections=tuple(
            SectionOutline(
                tuple(
                    StoryOutline(tuple(_page_outline(page) for page in story.pages))
                    for story in section.stories
                )
            )
            for section in bundle.sections
        ),
        languages=tuple(language.tag for language in bundle.languages),
    )
