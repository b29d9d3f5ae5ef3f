"""The takeaway block: a code that brings an address or the contact to the visitor's phone."""

from typing import ClassVar

from kiosk.content.blocks.base import Block
from kiosk.content.values import Address, Localized, Slot


class TakeawayBlock(Block, frozen=True, kw_only=True, tag="takeaway"):
    """A QR code with what it says as text beside it: an address, or the bundle's contact.

    Give either `url`, which begins with https://, or `contact: true`. At most 180 bytes fit into
    the code; a contact is written as a vCard in the visitor's language. `title` says what one takes
    along ("Take it with you" when absent). The view itself says that nothing about the visitor is
    kept.
    """

    slot: ClassVar[Slot] = "evidence"

    title: Localized | None = None
    url: Address | None = None
    contact: bool = False
