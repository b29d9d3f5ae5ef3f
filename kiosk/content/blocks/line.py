"""The line block: values over time, drawn with the thread."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Decimals, Id, IsoDate, Localized, Number, Record, Slot


class LinePoint(Record, frozen=True, kw_only=True):
    """A value and its date; null where nothing is known, which leaves a gap in the line."""

    date: IsoDate
    value: Number | None


class LineSeries(Record, frozen=True, kw_only=True):
    """Values of one kind in the order of their dates.

    The series that the page is about is the amber thread (`highlight`; the first when none is
    marked). A series needs a name when there are several.
    """

    name: Localized | None = None
    points: Annotated[list[LinePoint], Meta(min_length=2, max_length=60)]
    highlight: bool = False


class LineBlock(Block, frozen=True, kw_only=True, tag="line"):
    """One to four series of values on one scale of time.

    The baseline is zero unless `fromZero` is false; then the scale begins near the lowest value,
    and nothing is woven below the thread, for its height would say nothing.
    """

    slot: ClassVar[Slot] = "evidence"

    title: Localized
    unit: Localized | None = None
    decimals: Decimals = 0
    series: Annotated[list[LineSeries], Meta(min_length=1, max_length=4)]
    from_zero: bool = True
    note: Localized | None = None
    spoken: Localized
    source: Id
