"""The ranking block: places over time, the first place on top."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Record, Slot

Place = Annotated[int, Meta(ge=1, le=500)]
Edition = Annotated[
    str, Meta(min_length=1, max_length=16, description="Name of the edition.", examples=["2018"])
]


class RankingPoint(Record, frozen=True, kw_only=True):
    """A published place. Only published editions carry a dot."""

    edition: Edition
    place: Place


class RankingNeighbour(Record, frozen=True, kw_only=True):
    """Somebody else's place in one edition, named beside the chart."""

    edition: Edition
    place: Place
    name: Localized


class RankingBlock(Block, frozen=True, kw_only=True, tag="ranking"):
    """Places of one participant in an index, one hairline per place.

    `name` is whose places they are (the bundle's mark when absent); `lowest` is the last line of
    the chart (the worst place shown when absent). A `figures` block of two numbers that follows
    stands below the names, where they leave the room.
    """

    slot: ClassVar[Slot] = "evidence"

    title: Localized
    points: Annotated[list[RankingPoint], Meta(min_length=2, max_length=16)]
    neighbours: Annotated[list[RankingNeighbour], Meta(max_length=6)] = []
    name: Localized | None = None
    lowest: Place | None = None
    note: Localized | None = None
    spoken: Localized
    source: Id

    def leaves_room(self) -> bool:
        """The names take the upper part of their column."""
        return True
