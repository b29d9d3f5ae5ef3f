"""What the strict reader hands on: a bundle that lies, whole and checked, in a staging folder.

Records only. `kiosk.store` and whoever publishes a bundle share them. No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.content.model import Bundle


class FileEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a bundle: path with forward slashes, size in bytes, SHA-256 in hex."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """The head of a `.kiosk` file; its signature covers the raw bytes it is read from.

    `sequence` grows with every bundle of a publisher. `created` is an instant in UTC, `expires` a
    day (YYYY-MM-DD) or "", `site` the short name of one stand or "" for all, `min_app` the oldest
    program that can show it.
    """

    format: int
    id: str
    version: str
    site: str
    sequence: int
    created: str
    min_app: str
    zip_size: int
    zip_sha256: str
    files: tuple[FileEntry, ...]
    expires: str = ""


@dataclass(frozen=True)
class Staged:
    """A bundle that may be published.

    `folder` holds `content.json` and `assets/` and nothing else. A plain folder has no manifest;
    `manifest_raw` and `signature` are kept as they were read, so that they can be verified again.
    `signature` is a block as `kiosk.store.signing` makes it. `signed_by` is the fingerprint of the
    trusted key, "" for a bundle that no trusted key has signed.
    """

    folder: Path
    bundle: Bundle
    manifest: Manifest | None = None
    manifest_raw: bytes = b""
    signature: bytes = b""
    signed_by: str = ""
    source_name: str = ""
    """Name of the file or folder that it came from, for people to read."""
