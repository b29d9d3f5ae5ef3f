"""Whether a stand takes a bundle file: signature first, then what its manifest says.

The manifest is not parsed before its signature is known to be good, where one is required. The
machine's clock has no say: a day counts as past only when a bundle that was accepted earlier has
been made after it. No Qt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from kiosk import __version__
from kiosk.content import names
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store import archive
from kiosk.store.bundlefile import FORMAT, Head
from kiosk.store.signing import PublicKey, signer
from kiosk.store.staged import Manifest
from kiosk.store.trust import Trust

_STICK = said("Keep what is shown, and ask headquarters for a new stick.")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\Z")
_SITE = re.compile(r"([a-z0-9][a-z0-9-]{0,39})?\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}\Z")
MOST_SEQUENCE = 10**15


@dataclass(frozen=True)
class Policy:
    """What a stand takes.

    `floor` is the highest sequence that it has accepted from its publisher; `site` its short name,
    "" when it has none. `allow_unsigned` is None for “until the first key is trusted”; true takes
    unsigned bundles in spite of a key, false takes none, also without any key.
    """

    trust: Trust = field(default_factory=Trust)
    floor: int = 0
    allow_unsigned: bool | None = None
    app_version: str = __version__
    site: str = ""

    @property
    def needs_signature(self) -> bool:
        """Whether an unsigned bundle is refused."""
        if self.allow_unsigned is None:
            return bool(self.trust.keys)
        return not self.allow_unsigned


class _Format(msgspec.Struct):
    format: int


def admit(head: Head, policy: Policy) -> tuple[Manifest, str]:
    """The manifest and the fingerprint of the trusted key that signed it ("" for none).

    Raises `ContentError`: E180 to E185 for what is not taken, E114 for a newer format or program,
    E142 for a manifest that makes no sense, E130 to E155 for names of files that no bundle has.
    """
    key = _signer(head, policy)
    manifest = parse(head.manifest)
    if manifest.site and policy.site and manifest.site != policy.site:
        words = said(
            "This bundle is for the stand “{site}”; this one is “{own}”.",
            site=manifest.site,
            own=policy.site,
        )
        raise ContentError(
            "E182", words, said("Use it there, and ask headquarters for your own stick.")
        )
    if key:
        _refuse_old(manifest, policy)
    if _numbers(manifest.min_app) > _numbers(policy.app_version):
        words = said(
            "This bundle needs version {wanted} of the program; this stand has {here}.",
            wanted=manifest.min_app,
            here=policy.app_version,
        )
        fix = said("Update the program on this stand, or ask headquarters for an older bundle.")
        raise ContentError("E114", words, fix)
    return manifest, key.fingerprint if key else ""


def refuse_unsigned(policy: Policy) -> None:
    """Raises E180 where only signed bundles are taken; a plain folder is never signed."""
    if policy.needs_signature:
        words = said(
            "This bundle is not signed; this stand takes only what headquarters has signed."
        )
        raise ContentError("E180", words, _STICK)


def _signer(head: Head, policy: Policy) -> PublicKey | None:
    """The trusted key that signed; None for a bundle that is taken without one."""
    if not head.signature:
        refuse_unsigned(policy)
        return None
    found = signer(head.manifest, head.signature)
    if found is None:
        raise changed(said("its list of files does not fit the signature"))
    if not policy.trust.keys and not policy.needs_signature:
        return None
    known = policy.trust.knows(found)
    if known is not None:
        return known
    if policy.trust.has_retired(found):
        words = said("This bundle is signed with a key that headquarters has replaced since.")
        raise ContentError("E185", words, _STICK)
    words = said(
        "This bundle is signed by somebody whom this stand does not know ({fingerprint}).",
        fingerprint=found.fingerprint,
    )
    raise ContentError("E181", words, _STICK)


def _refuse_old(manifest: Manifest, policy: Policy) -> None:
    if manifest.sequence < policy.floor:
        words = said(
            "This bundle is older (number {number}) than what this stand has had already "
            "(number {floor}).",
            number=manifest.sequence,
            floor=policy.floor,
        )
        raise ContentError("E183", words, _STICK)
    day = policy.trust.known_day
    if manifest.expires and manifest.expires < day:
        words = said(
            "This bundle was meant to be installed until {last}; this stand has had one that was "
            "made on {day}.",
            last=manifest.expires,
            day=day,
        )
        raise ContentError("E185", words, _STICK)


def changed(how: str) -> ContentError:
    """The refusal of a bundle file that is not what its publisher made."""
    words = said("This bundle has been changed or damaged since it was made: {how}.", how=how)
    return ContentError("E184", words, _STICK)


def parse(raw: bytes) -> Manifest:
    """The manifest of these bytes; raises `ContentError` as `admit` does."""
    try:
        version = msgspec.json.decode(raw, type=_Format).format
        if version > FORMAT:
            words = said(
                "This bundle file has format {version}; this program reads up to {format}.",
                version=version,
                format=FORMAT,
            )
            raise ContentError("E114", words, said("Update the program on this stand."))
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError):
        raise _senseless(said("it cannot be read")) from None
    wrong = _fault(manifest)
    if wrong:
        raise _senseless(wrong)
    for entry in manifest.files:
        bad_name = names.fault(entry.path) if entry.path != archive.CONTENT else None
        if bad_name:
            raise ContentError(*bad_name)
    return manifest


def _fault(manifest: Manifest) -> str:
    """What makes no sense in a manifest, or ""."""
    texts = {
        "site": _SITE.match(manifest.site),
        "created": _INSTANT.match(manifest.created),
        "expires": not manifest.expires or _DAY.match(manifest.expires),
        "minApp": _VERSION.match(manifest.min_app),
        "sequence": 0 < manifest.sequence <= MOST_SEQUENCE,
        "zipSha256": _SHA256.match(manifest.zip_sha256),
        "zipSize": manifest.zip_size > 0,
        "format": manifest.format > 0,
    }
    wrong = [said("“{name}” is wrong", name=name) for name, good in texts.items() if not good]
    paths = [entry.path for entry in manifest.files]
    wrong += [
        said("the entry of “{name}” is wrong", name=names.shown(entry.path))
        for entry in manifest.files
        if not _SHA256.match(entry.sha256) or entry.size < 0
    ]
    if len(set(paths)) != len(paths):
        wrong.append(said("a path stands twice"))
    return wrong[0] if wrong else ""


def _senseless(how: str) -> ContentError:
    words = said("The list of files at the beginning of the bundle makes no sense: {how}.", how=how)
    return ContentError(
        "E142", words, said("Ask whoever made it to pack it again with “kiosk pack”.")
    )


def _numbers(version: str) -> tuple[int, ...]:
    """A version as numbers; what follows them (like “rc1”) does not count."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in found.group().split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
