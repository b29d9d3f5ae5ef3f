"""The bars block: horizontal bars from zero, woven like bands."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Decimals, Id, IsoDate, Localized, Record, Slot


class BarsItem(Record, frozen=True, kw_only=True):
    """One bar. At most one bar of a chart is the one that the story is about (`highlight`)."""

    label: Localized
    value: Annotated[float, Meta(ge=0, le=1e12)]
    highlight: bool = False


class BarsBlock(Block, frozen=True, kw_only=True, tag="bars"):
    """Two to eight values of the same kind; the baseline is always zero."""

    slot: ClassVar[Slot] = "evidence"

    title: Localized
    unit: Localized | None = None
    decimals: Decimals = 0
    bars: Annotated[list[BarsItem], Meta(min_length=2, max_length=8)]
    note: Localized | None = None
    spoken: Localized
    as_of: IsoDate
    source: Id
