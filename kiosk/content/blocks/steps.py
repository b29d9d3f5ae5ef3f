"""The steps block: how something works, one step after the other on the thread."""

from typing import Annotated

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Record


class StepsItem(Record, frozen=True, kw_only=True):
    """One step: a short title and one sentence."""

    title: Localized
    text: Localized


class StepsBlock(Block, frozen=True, kw_only=True, tag="steps"):
    """Two to six numbered steps, all in view at once.

    Titles of at most 36 letters take one line. Its source, if any, is shown as one footnote mark
    after the last word.
    """

    steps: Annotated[list[StepsItem], Meta(min_length=2, max_length=6)]
    source: Id | None = None
