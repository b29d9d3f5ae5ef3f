"""The text block: a paragraph of at most sixty words."""

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized


class TextBlock(Block, frozen=True, kw_only=True, tag="text"):
    """A paragraph. Its source, if any, is shown as one footnote mark after the last word."""

    text: Localized
    source: Id | None = None
