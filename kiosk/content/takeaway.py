"""What a code for a visitor's phone says, and the same as text beside it. No disk, no Qt.

Used by the screen and by the check, so that what is checked is what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from kiosk.content import limits
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.model import Contact, Source
from kiosk.content.values import Localized

Read = Callable[[Localized | None], str]
"""Gives a text in the language that is read."""


def leads_well(url: str, hosts: Collection[str] = ()) -> bool:
    """Whether a phone may be sent to an address: by https, and to a host of the stand's list.

    A host stands for what lies below it too; an empty list for every host.
    """
    if not hosts or not url.startswith("https://"):
        return url.startswith("https://")
    from urllib.parse import urlsplit  # a stand without a list starts without it

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(host == each or host.endswith(f".{each}") for each in hosts)


def code(
    block: TakeawayBlock, contact: Contact | None, read: Read, hosts: Collection[str] = ()
) -> str:
    """What the code of a block says; empty when there is nothing to say."""
    if block.url is not None:
        return block.url if leads_well(block.url, hosts) else ""
    return card(contact, read, hosts) if block.contact and contact is not None else ""


def lines(block: TakeawayBlock, contact: Contact | None, read: Read) -> list[str]:
    """The same for people: an address as one types it, or the contact line by line."""
    if block.url is not None:
        return [bare(block.url)]
    if not block.contact or contact is None:
        return []
    return contact_lines(contact, read)


def contact_lines(contact: Contact, read: Read) -> list[str]:
    """A contact for people: its name, and each way to reach it as one types it."""
    said = [read(contact.name), contact.email, contact.phone, bare(contact.url or "")]
    return [line for line in said if line]


def address(source: Source, hosts: Collection[str] = ()) -> str:
    """A source's address for a code, where it is one and a code can hold it; else empty."""
    url = source.url or ""
    return url if leads_well(url, hosts) and fits(url) else ""


def contact_code(contact: Contact, read: Read, hosts: Collection[str] = ()) -> str:
    """A contact as a card, where there is a way to reach it and a code can hold it; else empty."""
    said = card(contact, read, hosts)
    return said if (contact.email or contact.phone or contact.url) and fits(said) else ""


def bare(url: str) -> str:
    """An address without what nobody types."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def card(contact: Contact, read: Read, hosts: Collection[str] = ()) -> str:
    """A contact as a vCard 3.0 (RFC 2426), with nothing that is not needed."""
    name = _escaped(read(contact.name))
    url = contact.url if leads_well(contact.url or "", hosts) else None
    said = (("TEL", contact.phone), ("EMAIL", contact.email), ("URL", url))
    fields = [f"{key}:{_escaped(value)}" for key, value in said if value]
    head = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name}", f"FN:{name}"]
    return "\n".join([*head, *fields, "END:VCARD"])


def _escaped(text: str) -> str:
    for sign in "\\,;":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.replace("\u00ad", "").split())


def fits(text: str) -> bool:
    """Whether a text can be shown as a code that a phone reads from where visitors stand."""
    return 0 < len(text.encode()) <= limits.CODE_BYTES
