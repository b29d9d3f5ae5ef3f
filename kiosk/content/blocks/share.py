"""The share block: n of m, counted in stitches."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, IsoDate, Localized, Slot


class ShareBlock(Block, frozen=True, kw_only=True, tag="share"):
    """A cloth of `whole` stitches of which `part` are woven; each stitch is one of what is counted.

    `label` says what the woven ones are, `rest` the others.
    """

    slot: ClassVar[Slot] = "evidence"

    title: Localized
    part: Annotated[int, Meta(ge=0, le=1000)]
    whole: Annotated[int, Meta(ge=2, le=1000)]
    label: Localized
    rest: Localized | None = None
    note: Localized | None = None
    spoken: Localized
    as_of: IsoDate
    source: Id
