"""Ed25519 keys and signatures: making them, keeping them in files that people can read.

A signature block is the signer's public key (32 bytes) and the Ed25519 signature (64 bytes) over
the message as it stands. The key in it only says who claims to have signed: whether that key is
trusted is the business of `kiosk.store.trust`. `cryptography` is imported when it is needed. No Qt.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk import durable
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store.files import read_regular

KEY_BYTES = 32
SIGNATURE_BYTES = 64
BLOCK_BYTES = KEY_BYTES + SIGNATURE_BYTES

_PUBLIC = "Juosta public key"
_PRIVATE = "Juosta PRIVATE key - keep it secret"
_FIELD = re.compile(r"(Name|Key|Fingerprint):[ \t]*(.*)")
_FILE_BYTES = 4000
_NAME_LETTERS = 80
_GROUPS, _GROUP = 6, 4


@dataclass(frozen=True)
class PublicKey:
    """A publisher's public key under the name that the publisher gave it."""

    raw: bytes
    name: str = ""

    @property
    def fingerprint(self) -> str:
        """The first 96 bits of the key's SHA-256, in groups to read out on the telephone."""
        digits = hashlib.sha256(self.raw).hexdigest()
        return " ".join(digits[n * _GROUP : (n + 1) * _GROUP] for n in range(_GROUPS))

    @property
    def text(self) -> str:
        """The key in base64, as it stands in key files."""
        return base64.b64encode(self.raw).decode("ascii")


@dataclass(frozen=True)
class PrivateKey:
    """A publisher's private key."""

    raw: bytes
    name: str = ""

    @property
    def public(self) -> PublicKey:
        """The key that stands trust."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        public = Ed25519PrivateKey.from_private_bytes(self.raw).public_key()
        return PublicKey(public.public_bytes_raw(), self.name)

    def sign(self, message: bytes) -> bytes:
        """The signature block for a message."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return self.public.raw + Ed25519PrivateKey.from_private_bytes(self.raw).sign(message)


def generate(name: str = "") -> PrivateKey:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return PrivateKey(Ed25519PrivateKey.generate().private_bytes_raw(), tidy_name(name))


def signer(message: bytes, block: bytes) -> PublicKey | None:
    """The key that made this signature block over the message; None if it does not fit it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(block) != BLOCK_BYTES:
        return None
    raw, signature = block[:KEY_BYTES], block[KEY_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, message)
    except (InvalidSignature, ValueError):
        return None
    return PublicKey(raw)


def tidy_name(name: str) -> str:
    """A name on one line, without control characters."""
    kept = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(kept.split())[:_NAME_LETTERS]


def write_private(path: Path, key: PrivateKey) -> None:
    """Write a private key so that only its owner can read it. Raises `OSError`."""
    secret = base64.b64encode(key.raw).decode("ascii")
    text = (
        f"{_PRIVATE}\nName: {key.name}\nFingerprint: {key.public.fingerprint}\nKey: {secret}\n\n"
        "Whoever has this file can publish to every stand that trusts it. Keep one copy in a\n"
        "safe place and never put it on a stand or on the stick of a bundle.\n"
    )
    _write_new(path, text, 0o600)


def write_public(path: Path, key: PublicKey) -> None:
    """Write a public key. Raises `OSError`."""
    text = (
        f"{_PUBLIC}\nName: {key.name}\nFingerprint: {key.fingerprint}\nKey: {key.text}\n\n"
        "This file is no secret. Bring it to every stand and type there: kiosk trust FILE\n"
    )
    _write_new(path, text, 0o644)


def _write_new(path: Path, text: str, mode: int) -> None:
    if os.path.lexists(path):
        raise FileExistsError(f"{path} is there already")
    durable.write(path, text.encode("utf-8"), mode=mode)


def read_public(path: Path) -> PublicKey:
    """The key of a public key file; raises `ContentError` E187."""
    head, name, raw = _read(path)
    if head == _PRIVATE:
        words = said("{name} is a private key, which must never come to a stand.", name=path.name)
        fix = said("Remove it from here, and bring the file that ends in .pub.")
        raise ContentError("E187", words, fix)
    return PublicKey(raw, name)


def read_private(path: Path) -> PrivateKey:
    """The key of a private key file; raises `ContentError` E187."""
    head, name, raw = _read(path)
    if head == _PUBLIC:
        words = said("{name} is a public key; only a private key can sign.", name=path.name)
        raise ContentError("E187", words, said("Name the file that ends in .key."))
    return PrivateKey(raw, name)


def _read(path: Path) -> tuple[str, str, bytes]:
    """First line, name and key of a key file whose fingerprint, if it says one, fits."""
    try:
        text = read_regular(path.parent, path.name, _FILE_BYTES).decode("utf-8-sig")
    except OSError as error:
        words = said(
            "The key file {path} cannot be read ({strerror}).", path=path, strerror=error.strerror
        )
        raise ContentError("E187", words, said("Check its name, or copy it again.")) from None
    except (ContentError, UnicodeDecodeError):
        raise _no_key(path) from None
    lines = text.splitlines()
    found = (_FIELD.fullmatch(line.strip()) for line in lines)
    fields: dict[str, str] = {field[1]: field[2] for field in found if field}
    head = lines[0].strip() if lines else ""
    try:
        raw = base64.b64decode(fields.get("Key", ""), validate=True)
    except (binascii.Error, ValueError):
        raise _no_key(path) from None
    if head not in {_PUBLIC, _PRIVATE} or len(raw) != KEY_BYTES:
        raise _no_key(path)
    public = PrivateKey(raw).public if head == _PRIVATE else PublicKey(raw)
    if fields.get("Fingerprint", public.fingerprint) != public.fingerprint:
        raise _no_key(path)
    return head, tidy_name(fields.get("Name", "")), raw


def _no_key(path: Path) -> ContentError:
    words = said("{name} is not a key file, or it is damaged.", name=path.name)
    return ContentError("E187", words, said("Ask headquarters for the key file again."))
