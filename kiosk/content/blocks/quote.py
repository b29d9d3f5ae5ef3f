"""The quote block: what somebody said, large, with who said it and when."""

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, IsoDate, LanguageTag, Localized


class QuoteBlock(Block, frozen=True, kw_only=True, tag="quote"):
    """Words of a person, at most forty, without quotation marks: each language has its own, and
    they are added.

    `saidIn` is the language in which it was said; in every other one the page says that the words
    are translated. `asOf` is when it was said.
    """

    text: Localized
    name: Localized
    role: Localized | None = None
    said_in: LanguageTag | None = None
    as_of: IsoDate
    source: Id
