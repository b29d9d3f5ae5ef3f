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
from kiosk.content.takeaway import card, leads_well
from kiosk.said import marked, said

_BOTH = marked(
    "This take-away has both an address and the contact to take along; it must be one thing."
)
_NOTHING = marked("This take-away has nothing to take along; it must be one thing.")
_LONG_ADDRESS = marked(
    "This address takes {size} bytes of the code; {most} can be read from where visitors stand."
)
_LONG_CONTACT = marked(
    "The contact takes {size} bytes of the code; {most} can be read from where visitors stand."
)


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
        words = said(_BOTH if block.contact else _NOTHING)
        fix = said("Give it either a “url”, or “contact”: true.")
        yield Finding(code="E230", words=words, fix=fix, pointer=at)
    elif block.url is not None and not leads_well(block.url):
        words = said("No code is made of this address, because it does not begin with https://.")
        fix = said("Begin it with https://, if the site can be reached so.")
        yield Finding(code="E233", words=words, fix=fix, pointer=(*at, "url"))
    elif block.url is not None:
        yield from _length(block.url, _LONG_ADDRESS, said("Give a shorter address."), (*at, "url"))
    elif contact is None or not (contact.email or contact.phone or contact.url):
        words = said("There is no contact to take along.")
        fix = said("Add “contact” to the bundle, with “email”, “phone” or “url”.")
        yield Finding(code="E231", words=words, fix=fix, pointer=(*at, "contact"))
    else:
        yield from _card(contact, at)


def _card(contact: Contact, at: Pointer) -> Iterator[Finding]:
    """The longest card decides; one finding is enough."""
    cards = [card(contact, lambda _, name=name: name) for name in contact.name.values()]
    longest = max(cards, key=lambda text: len(text.encode()))
    fix = said("Shorten the contact's name, or leave out one of “email”, “phone” and “url”.")
    yield from _length(longest, _LONG_CONTACT, fix, (*at, "contact"))


def _length(text: str, template: str, fix: str, at: Pointer) -> Iterator[Finding]:
    size = len(text.encode())
    if size > limits.CODE_BYTES:
        words = said(template, size=size, most=limits.CODE_BYTES)
        yield Finding(code="E232", words=words, fix=fix, pointer=at)
