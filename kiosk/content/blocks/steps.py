"""The steps block: how something works, one step after the other on the thread."""

from typing import Annotated

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Record


class StepsItem(Record, frozen=True, kw_only=True):
    """One step: a short title and one sentence, with a source of its own if it needs one."""

    title: Localized
    text: Localized
    source: Id | None = None


class StepsBlock(Block, frozen=True, kw_only=True, tag="steps"):
    """Two to six numbered steps, all in view at once.

    Titles of at most 36 letters take one line. The source of a step is shown as a footnote mark
    after its sentence, that of the block after the last one.
    """

    steps: Annotated[list[StepsItem], Meta(min_length=2, max_length=6)]
    source: Id | None = None
