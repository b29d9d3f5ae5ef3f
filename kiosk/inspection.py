"""What `kiosk inspect` has found out about a bundle: a record, as JSON and as lines. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.content.differences import Change, Differences
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.store import signing
from kiosk.store.admission import Policy
from kiosk.store.reader import CONTENT
from kiosk.store.staged import Manifest, Staged

_LISTED = 40


@dataclass
class Inspection:
    """All that is known; the fields without a value are those of a bundle that was not opened."""

    name: str
    bundle: Bundle | None = None
    manifest: Manifest | None = None
    signature: str = ""
    """none, trusted, unknown, or "" when it has not been verified."""
    signer: str = ""
    signer_name: str = ""
    sizes: dict[str, int] = field(default_factory=dict[str, int])
    """Bytes by file."""
    file_size: int = 0
    against: str = ""
    differences: Differences | None = None
    refusal: ContentError | None = None

    def plain(self) -> dict[str, Any]:
        """The stable form for programs, documented in docs/bundle-format.md."""
        refusal = self.refusal
        return {
            "file": self.name,
            "bundle": _bundle(self.bundle) if self.bundle else None,
            "package": _package(self.manifest) if self.manifest else None,
            "signature": {
                "state": self.signature,
                "fingerprint": self.signer,
                "name": self.signer_name,
            },
            "bytes": {
                "file": self.file_size,
                "content": self.sizes.get(CONTENT, 0),
                "pictures": sum(self.sizes.values()) - self.sizes.get(CONTENT, 0),
            },
            "files": len(self.sizes),
            "against": self.against or None,
            "changes": _changes(self.differences) if self.differences else None,
            "refusal": refusal
            and {"code": refusal.code, "words": refusal.words, "fix": refusal.fix},
        }


def described(source: Path, staged: Staged, policy: Policy) -> Inspection:
    """What a staged bundle says about itself."""
    files = [path for path in staged.folder.rglob("*") if path.is_file()]
    sizes = {path.relative_to(staged.folder).as_posix(): path.stat().st_size for path in files}
    found = Inspection(str(source), staged.bundle, staged.manifest, "none", sizes=sizes)
    found.file_size = source.stat().st_size if source.is_file() else sum(sizes.values())
    key = signing.signer(staged.manifest_raw, staged.signature) if staged.signature else None
    if key is not None:
        known = policy.trust.knows(key)
        found.signature = "trusted" if known else "unknown"
        found.signer, found.signer_name = key.fingerprint, known.name if known else ""
    return found


def _bundle(bundle: Bundle) -> dict[str, Any]:
    return {
        "id": bundle.id,
        "version": bundle.version,
        "title": dict(bundle.title),
        "languages": [language.tag for language in bundle.languages],
        "sections": len(bundle.sections),
        "stories": sum(len(section.stories) for section in bundle.sections),
        "pages": _page_count(bundle),
    }


def _page_count(bundle: Bundle) -> int:
    return sum(len(story.pages) for section in bundle.sections for story in section.stories)


def _package(manifest: Manifest) -> dict[str, Any]:
    return {
        "sequence": manifest.sequence,
        "created": manifest.created,
        "site": manifest.site,
        "minApp": manifest.min_app,
        "expires": manifest.expires,
    }


def _changes(found: Differences) -> dict[str, Any]:
    return {
        "languagesAdded": list(found.languages_added),
        "languagesRemoved": list(found.languages_removed),
        "pieces": [
            {
                "change": each.kind,
                "address": each.address,
                "title": each.title,
                "languages": list(each.languages),
            }
            for each in found.changes
        ],
    }


def lines(found: Inspection) -> Iterator[str]:
    """The same for people."""
    if found.bundle is None:
        yield f"{found.name}: not opened"
        return
    bundle = found.bundle
    title = bundle.title.get(bundle.fallback, bundle.id)
    yield f"{title} ({bundle.id}), version {bundle.version}"
    if found.manifest:
        yield f"  packed     {_packed(found.manifest)}"
    yield f"  signature  {_signature(found)}"
    pictures = len(found.sizes) - 1
    yield (
        f"  size       {_megabytes(found.file_size)}: content "
        f"{_megabytes(found.sizes.get(CONTENT, 0))}, {pictures} picture{_s(pictures)}"
    )
    yield f"  languages  {', '.join(f'{each.name} ({each.tag})' for each in bundle.languages)}"
    facts = _bundle(bundle)
    kinds = (("sections", "section"), ("stories", "story"), ("pages", "page"))
    counts = (f"{facts[many]} {one if facts[many] == 1 else many}" for many, one in kinds)
    yield f"  content    {', '.join(counts)}"
    if found.differences is not None:
        yield from _difference_lines(found.differences, found.against, bundle.fallback)


def _packed(manifest: Manifest) -> str:
    where = f"for the stand “{manifest.site}”" if manifest.site else "for every stand"
    until = f", to be installed until {manifest.expires}" if manifest.expires else ""
    day, _, clock = manifest.created.partition("T")
    return (
        f"{day} {clock[:5]} UTC, number {manifest.sequence}, {where}{until}, "
        f"program {manifest.min_app} or later"
    )


def _signature(found: Inspection) -> str:
    if found.signature == "none":
        return "not signed"
    if found.signature == "trusted":
        return f"{found.signer_name} {found.signer}, trusted by this stand".strip()
    return f"{found.signer}, which this stand does not know"


def _difference_lines(found: Differences, against: str, fallback: str) -> Iterator[str]:
    shown = "the content of the program" if against == "factory" else f"version {against}"
    if not (found.changes or found.languages_added or found.languages_removed):
        yield f"Nothing changes against {shown}, which is shown now."
        return
    yield f"Changes against {shown}, which is shown now:"
    for words, tags in (("added", found.languages_added), ("removed", found.languages_removed)):
        if tags:
            yield f"  languages {words}: {', '.join(tags)}"
    for change in found.changes[:_LISTED]:
        yield f"  {change.kind:<8} {_what(change, fallback)}"
    if len(found.changes) > _LISTED:
        yield f"  and {len(found.changes) - _LISTED} more; all of them: --json"


def _what(change: Change, fallback: str) -> str:
    title = change.title.get(fallback) or next(iter(change.title.values()), "")
    depth = change.address.count("/") + 1 if change.address else 0
    kind = ("attract loop, home or contact", "section", "story", "page")[depth]
    name = f" {change.address} “{title}”" if change.address else ""
    return f"{kind}{name} ({', '.join(change.languages)})"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


def _s(number: int) -> str:
    return "" if number == 1 else "s"
