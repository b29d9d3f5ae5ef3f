"""What the store writes down about versions, and how a version is named. Records only; no Qt."""

from __future__ import annotations

import contextlib
import re
from typing import Any, Literal

import msgspec

from kiosk.said import unpacked

FACTORY = "factory"
"""The id of the content inside the program; every other id is that of an installed version."""

Health = Literal["new", "good", "failed", "damaged"]
"""new: not confirmed yet; good: was healthy on screen; failed: given up; damaged: not whole."""

_ID = re.compile(r"(\d{4,9})-[a-z0-9][a-z0-9.-]{0,80}")
_NOT_IN_IDS = re.compile(r"[^a-z0-9.]+")


class Pointer(msgspec.Struct, frozen=True):
    """Which version is shown. `previous` is what was shown before it was installed.

    `last` is the highest number given so far, so that no number is given twice.
    """

    version: str
    previous: str = ""
    last: int = 0


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a version on screen; `starts` counts those before it was confirmed.

    `reason` is English; `told` is the same as `kiosk.said` packs it, for other languages.
    """

    health: Literal["new", "good", "failed"] = "new"
    reason: str = ""
    starts: int = 0
    told: Any = None

    @property
    def words(self) -> str:
        """The reason, to be said in any language as far as it can."""
        with contextlib.suppress(ValueError):
            return unpacked(self.told) if self.told is not None else self.reason
        return self.reason


class Floor(msgspec.Struct, frozen=True):
    """The highest sequence of a signed bundle that was ever published here."""

    sequence: int


class Active(msgspec.Struct, frozen=True):
    """The version to be shown. While it is "new", 60 healthy seconds are still to come."""

    id: str
    health: Literal["new", "good"]


class VersionInfo(msgspec.Struct, frozen=True, omit_defaults=True, rename="camel"):
    """An installed version, for people to choose from.

    `installed` is the wall clock's time (ISO 8601, UTC): to be shown, never to be compared.
    `sequence` is 0 and `site` empty without a manifest; `signed_by` is the fingerprint of the
    key, empty without a signature. `health` and `reason` are not part of the written record.
    """

    id: str
    bundle_id: str = ""
    version: str = ""
    title: dict[str, str] = {}
    fallback: str = ""
    languages: tuple[str, ...] = ()
    pages: int = 0
    sequence: int = 0
    site: str = ""
    signed_by: str = ""
    installed: str = ""
    source_name: str = ""
    health: Health = "new"
    reason: str = ""

    def title_in(self, language: str) -> str:
        """The title in a language, else in the fallback language, else the id."""
        return self.title.get(language) or self.title.get(self.fallback) or self.id


def number_of(version_id: str) -> int:
    """The number of a version, which orders them; 0 for what is no id of an installed version."""
    match = _ID.fullmatch(version_id)
    return int(match[1]) if match else 0


def id_of(number: int, bundle_id: str, version: str) -> str:
    """A readable id: number, bundle and its version, `0007-fair-2026.1`."""
    words = _NOT_IN_IDS.sub("-", f"{bundle_id}-{version}".lower()).strip("-.")
    return f"{number:04}-{words[:80].rstrip('-.') or 'bundle'}"
