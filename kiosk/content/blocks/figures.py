"""The figures block: two to four numbers of equal rank."""

from typing import Annotated

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Decimals, Id, IsoDate, Localized, Number, Record


class FiguresItem(Record, frozen=True, kw_only=True):
    """One number of a row. `display` replaces number, prefix and suffix by a text."""

    value: Number
    decimals: Decimals = 0
    prefix: Localized | None = None
    suffix: Localized | None = None
    display: Localized | None = None
    label: Localized
    as_of: IsoDate
    source: Id


class FiguresBlock(Block, frozen=True, kw_only=True, tag="figures"):
    """Two to four numbers below each other, each with its own label, date and source."""

    items: Annotated[list[FiguresItem], Meta(min_length=2, max_length=4)]
