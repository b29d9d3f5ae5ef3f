"""The image block: one picture of the bundle, with its caption on a plate of its own."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Picture, Record, Slot

Share = Annotated[float, Meta(ge=0, le=1)]


class ImageFocus(Record, frozen=True, kw_only=True):
    """A place in a picture: shares of its width and height, from its upper left corner."""

    across: Share = 0.5
    down: Share = 0.5


class ImageBlock(Block, frozen=True, kw_only=True, tag="image"):
    """One picture that runs off the screen. Nothing is written on it.

    With a `focus` the picture fills its room; what does not fit is cut off, farthest from that
    place first. Without one it is shown whole.
    """

    slot: ClassVar[Slot] = "evidence"

    picture: Picture
    focus: ImageFocus | None = None
    caption: Localized | None = None
    source: Id | None = None
