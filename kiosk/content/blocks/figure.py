"""The figure block: one very large number that counts up when it arrives."""

from kiosk.content.blocks.base import Block
from kiosk.content.values import Decimals, Id, IsoDate, Localized, Number


class FigureBlock(Block, frozen=True, kw_only=True, tag="figure"):
    """One large number with its unit, what it counts, its date and its source.

    `display` replaces number and suffix by a text of the language's own (ordinals, ranges); it is
    shown without counting up. A suffix that is a word of its own begins with a space.
    """

    value: Number
    decimals: Decimals = 0
    prefix: Localized | None = None
    suffix: Localized | None = None
    display: Localized | None = None
    label: Localized
    as_of: IsoDate
    source: Id
