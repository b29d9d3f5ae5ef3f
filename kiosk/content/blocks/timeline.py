"""The timeline block: years on one thread; each year is a step."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, IsoDate, Localized, Picture, Record, Slot


class TimelineEvent(Record, frozen=True, kw_only=True):
    """What happened on a date. The year is drawn large, title and text stand below it.

    A `picture` stands beside the year in place of the area's pattern, with its credit below it.
    """

    date: IsoDate
    title: Localized
    text: Localized | None = None
    picture: Picture | None = None
    source: Id


class TimelineBlock(Block, frozen=True, kw_only=True, tag="timeline"):
    """Two to nine events in the order of their dates. Long gaps are folded."""

    slot: ClassVar[Slot] = "full"

    events: Annotated[list[TimelineEvent], Meta(min_length=2, max_length=9)]
    spoken: Localized

    def step_count(self) -> int:
        """One step per event."""
        return len(self.events)
