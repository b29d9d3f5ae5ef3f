"""Whether a take-away has something to say, and whether that fits into its code. No disk, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kiosk.content import limits
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.model import Contact
from kiosk.content.plain import get
from kiosk.content.problems import Finding, Pointer
from kiosk.content.survey import Survey
from kiosk.content.takeaway import card


def takeaway_findings(survey: Survey) -> Iterator[Finding]:
    """Findings about every take-away that decodes."""
    contact = _contact(survey)
    for piece in survey.blocks:
        if isinstance(piece.record, TakeawayBlock):
            yield from _one(piece.record, contact, piece.pointer)


def _contact(survey: Survey) -> Contact | None:
    """The bundle's contact; a broken one is named elsewhere."""
    try:
        return msgspec.convert(get(survey.data, "contact"), Contact)
    except msgspec.ValidationError:
        return None


def _one(block: TakeawayBlock, contact: Contact | None, at: Pointer) -> Iterator[Finding]:
    if (block.url is not None) == block.contact:
        said = "both an address and the contact" if block.contact else "nothing"
        words = f"This take-away has {said} to take along; it must be one thing."
        fix = "Give it either a “url”, or “contact”: true."
        yield Finding(code="E230", words=words, fix=fix, pointer=at)
    elif block.url is not None:
        yield from _length(block.url, "This address", "Give a shorter address.", (*at, "url"))
    elif contact is None or not (contact.email or contact.phone or contact.url):
        words = "There is no contact to take along."
        fix = "Add “contact” to the bundle, with “email”, “phone” or “url”."
        yield Finding(code="E231", words=words, fix=fix, pointer=(*at, "contact"))
    else:
        yield from _card(contact, at)


def _card(contact: Contact, at: Pointer) -> Iterator[Finding]:
    """The longest card decides; one finding is enough."""
    cards = [card(contact, lambda _, name=name: name) for name in contact.name.values()]
    longest = max(cards, key=lambda text: len(text.encode()))
    fix = "Shorten the contact's name, or leave out one of “email”, “phone” and “url”."
    yield from _length(longest, "The contact", fix, (*at, "contact"))


def _length(text: str, what: str, fix: str, at: Pointer) -> Iterator[Finding]:
    size = len(text.encode())
    if size > limits.CODE_BYTES:
        words = (
            f"{what} takes {size} bytes of the code; {limits.CODE_BYTES} can be read from where "
        )
        words += "visitors stand."
        yield Finding(code="E232", words=words, fix=fix, pointer=at)
