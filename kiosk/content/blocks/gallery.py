"""The gallery block: pictures that visitors bring closer; each picture is a step."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Picture, Record, Slot


class GalleryPicture(Record, frozen=True, kw_only=True):
    """A picture, what it is (`title`) and what there is to say about it, on a plate of its own."""

    picture: Picture
    title: Localized
    text: Localized | None = None
    source: Id | None = None


class GalleryBlock(Block, frozen=True, kw_only=True, tag="gallery"):
    """Two to six pictures: one runs off the screen, small ones beside it lead to the others.

    Two fingers, a double touch or the buttons bring a picture up to four times closer. It fills its
    room; what does not fit is cut off on all sides alike.
    """

    slot: ClassVar[Slot] = "full"

    pictures: Annotated[list[GalleryPicture], Meta(min_length=2, max_length=6)]

    def step_count(self) -> int:
        """One step per picture."""
        return len(self.pictures)
