"""A small signed file by which the staff of a stand may choose a new PIN: `pin-reset.txt`.

Whoever holds the publisher's private key makes it for one site, and brings it on a stick. It is
good once on each stand: its number is written down before the new PIN is. The signature is verified
over the raw bytes, with the keys that the stand trusts, before a line is read. No Qt.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from pathlib import Path

import msgspec

from kiosk import durable
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store import sealed
from kiosk.store.files import read_regular
from kiosk.store.signing import PrivateKey, signer
from kiosk.store.trust import Trust

NAME = "pin-reset.txt"
"""What the file is called on the stick, in its topmost folder."""

MOST_BYTES = 2000
MOST_USED = 1000
_HEAD = "Juosta PIN reset"
_SIGNATURE = b"Signature: "
_FORM = re.compile(
    rf"{_HEAD}\nSite: ([a-z0-9][a-z0-9-]{{0,39}})\nNumber: ([0-9a-f]{{24}})\n"
    r"Made: (\d{4}-\d\d-\d\d)\n"
)


class PinReset(msgspec.Struct, frozen=True):
    """A permission to choose a new PIN: for a site, with a number that is good once."""

    site: str
    number: str
    made: str


class _Used(msgspec.Struct, frozen=True):
    """Numbers that were good once."""

    numbers: tuple[str, ...] = ()


def issue(key: PrivateKey, site: str, day: str) -> bytes:
    """The content of a new file for a site; `day` (YYYY-MM-DD) is for people to read."""
    number = secrets.token_hex(12)
    message = f"{_HEAD}\nSite: {site}\nNumber: {number}\nMade: {day}\n".encode()
    return message + _SIGNATURE + base64.b64encode(key.sign(message)) + b"\n"


def read(folder: Path, trust: Trust, site: str, used: Path) -> PinReset | None:
    """The permission that lies in a folder; None if there is none. Raises `ContentError`.

    `used` is the stand's record of the numbers that were good once.
    """
    try:
        raw = read_regular(folder, NAME, MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        words = said(
            "{name} on the stick cannot be read ({strerror}).", name=NAME, strerror=error.strerror
        )
        raise ContentError("E190", words, said("Copy it again, or try another stick.")) from None
    message, block = _parts(raw)
    key = signer(message, block)
    if not trust.keys:
        words = said("This stand trusts no key yet, so no stick can reset its code.")
        fix = said("Choose the code on this computer: kiosk config pin")
        raise ContentError("E188", words, fix)
    if key is None or trust.knows(key) is None:
        words = said("The reset file was not signed by a key that this stand trusts.")
        raise ContentError("E188", words, said("Ask headquarters for a new reset stick."))
    form = _FORM.fullmatch(message.decode("ascii", "replace"))
    if form is None:
        raise _no_reset()
    found = PinReset(*form.groups())
    if found.site != site:
        words = said("The reset file is for the site “{site}”, not for this one.", site=found.site)
        raise ContentError(
            "E188", words, said("Ask headquarters for one that is made for this site.")
        )
    if found.number in _used(used).numbers:
        words = said("This reset file has been used on this stand before; it is good once.")
        raise ContentError("E188", words, said("Ask headquarters for a new one."))
    return found


def spend(used: Path, reset: PinReset) -> None:
    """Write down that a permission was used; before the new PIN is. Raises `OSError`."""
    before = _used(used).numbers
    numbers = (*before, reset.number)[-MOST_USED:]
    durable.write(used, sealed.seal(_Used(numbers)))


def _used(file: Path) -> _Used:
    """A record that is damaged refuses: else damaging it would make old files good again."""
    try:
        return sealed.read(file, _Used)
    except FileNotFoundError:
        return _Used()
    except sealed.DamagedError:
        words = said("The stand's record of used reset files ({file}) is damaged.", file=file)
        fix = said("Choose the code on this computer: kiosk config pin")
        raise ContentError("E188", words, fix) from None


def _parts(raw: bytes) -> tuple[bytes, bytes]:
    """The signed bytes and the signature block."""
    raw = raw.replace(b"\r\n", b"\n")
    message, found, written = raw.rpartition(_SIGNATURE)
    try:
        block = base64.b64decode(written.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise _no_reset() from None
    if not found or not message.endswith(b"\n"):
        raise _no_reset()
    return message, block


def _no_reset() -> ContentError:
    words = said("{name} on the stick is not a reset file, or it is damaged.", name=NAME)
    return ContentError("E188", words, said("Ask headquarters for a new one."))
