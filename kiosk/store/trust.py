"""The publishers' keys that a stand trusts, and how one key follows another.

“Now” signs the bundles of today. “Next” is brought to the stands ahead of a change; the first
bundle signed by it that is published makes it the key “now”, and the old one is retired: from
then on what it has signed is out of date. Nothing is trusted until the first key is. No Qt.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from kiosk import durable
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store.signing import KEY_BYTES, PublicKey
from kiosk.store.staged import Staged

_FILE_BYTES = 100_000


class _Key(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    name: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """What lies on disk."""

    now: _Key | None = None
    next: _Key | None = None
    retired: list[_Key] = []
    known_day: str = ""


@dataclass(frozen=True)
class Trust:
    """The keys of a stand. Without any, unsigned bundles and those of any publisher are taken.

    `known_day` (YYYY-MM-DD) is the newest day on which a bundle was made that this stand has
    accepted: today is not before it, whatever the machine's clock says.
    """

    now: PublicKey | None = None
    next: PublicKey | None = None
    retired: tuple[PublicKey, ...] = ()
    known_day: str = ""

    @property
    def keys(self) -> tuple[PublicKey, ...]:
        """The keys whose bundles are taken."""
        return tuple(key for key in (self.now, self.next) if key is not None)

    def knows(self, key: PublicKey) -> PublicKey | None:
        """The trusted key that is this one, with its name."""
        return next((known for known in self.keys if known.raw == key.raw), None)

    def has_retired(self, key: PublicKey) -> bool:
        """Whether this key was trusted once and has been replaced or removed."""
        return any(old.raw == key.raw for old in self.retired)

    def added(self, key: PublicKey) -> Trust:
        """With a further key: the first one counts at once, a second one as “next”.

        Raises `ContentError` E187 when there is no room for it.
        """
        if self.knows(key):
            return self
        retired = tuple(old for old in self.retired if old.raw != key.raw)
        if self.now is None:
            return replace(self, now=key, retired=retired)
        if self.next is None:
            return replace(self, next=key, retired=retired)
        words = said("This stand trusts two keys already, the one of now and the next one.")
        fix = said(
            "Remove one first: kiosk trust --remove “{fingerprint}”",
            fingerprint=self.next.fingerprint,
        )
        raise ContentError("E187", words, fix)

    def without(self, fingerprint: str) -> Trust:
        """Without the key of this fingerprint (spaces do not count). Raises `ContentError` E187."""
        wanted = "".join(fingerprint.split()).lower()
        for key in self.keys:
            if "".join(key.fingerprint.split()) == wanted:
                rest = [other for other in self.keys if other is not key]
                first = rest[0] if rest else None
                return replace(self, now=first, next=None, retired=(*self.retired, key))
        words = said(
            "This stand trusts no key with the fingerprint {fingerprint}.", fingerprint=fingerprint
        )
        raise ContentError("E187", words, said("See the list: kiosk trust --list"))

    def published(self, staged: Staged) -> Trust:
        """After a bundle has been published: its day is known, and “next” may become “now”."""
        if not staged.signed_by or staged.manifest is None:
            return self
        day = max(self.known_day, staged.manifest.created[:10])
        trust = replace(self, known_day=day)
        if self.next is not None and staged.signed_by == self.next.fingerprint:
            old = (self.now,) if self.now else ()
            trust = replace(trust, now=self.next, next=None, retired=(*self.retired, *old))
        return trust


def load(path: Path) -> Trust:
    """The stand's keys; none when there is no file. Raises `ContentError` E186.

    A file that cannot be read is a refusal, not an empty list: else damaging it would make the
    stand take anything.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Trust()
    except OSError as error:
        raise _damaged(error.strerror or "") from None
    try:
        if len(raw) > _FILE_BYTES:
            raise ValueError("too long")
        file = msgspec.json.decode(raw, type=_File)
        return Trust(
            _key(file.now) if file.now else None,
            _key(file.next) if file.next else None,
            tuple(_key(key) for key in file.retired),
            file.known_day,
        )
    except (msgspec.MsgspecError, UnicodeError, ValueError, RecursionError):
        raise _damaged(said("its form is wrong")) from None


def save(path: Path, trust: Trust) -> None:
    """Keep the keys durably. Raises `OSError`."""
    file = _File(
        now=_plain(trust.now) if trust.now else None,
        next=_plain(trust.next) if trust.next else None,
        retired=[_plain(key) for key in trust.retired],
        known_day=trust.known_day,
    )
    durable.write(path, msgspec.json.format(msgspec.json.encode(file)) + b"\n")


def note_published(path: Path, staged: Staged) -> None:
    """Whoever publishes a bundle calls this afterwards. Raises `ContentError` E186, `OSError`."""
    before = load(path)
    after = before.published(staged)
    if after != before:
        save(path, after)


def _plain(key: PublicKey) -> _Key:
    return _Key(key.text, key.name)


def _key(plain: _Key) -> PublicKey:
    try:
        raw = base64.b64decode(plain.key, validate=True)
    except binascii.Error:
        raise ValueError("no key") from None
    if len(raw) != KEY_BYTES:
        raise ValueError("no key")
    return PublicKey(raw, plain.name)


def _damaged(why: str) -> ContentError:
    words = said("The stand's list of trusted keys cannot be read ({why}).", why=why)
    fix = said(
        "Remove the file trusted-keys.json from the stand's state folder, then trust the key of "
        "headquarters again: kiosk trust FILE"
    )
    return ContentError("E186", words, fix)
