"""What passes between the staff's pages and the stand behind them. Records only; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.errors import ContentError

if TYPE_CHECKING:
    from kiosk.settings_copy import Import

NO_STICK = "no-stick"
"""The answer when no stick with a reset file for the PIN is plugged in."""


@dataclass(frozen=True)
class LanguageChoice:
    """A language of the bundle, and whether this stand offers it to visitors."""

    tag: str
    name: str
    offered: bool


@dataclass(frozen=True)
class DayHours:
    """When a day opens and closes (empty: it is closed), all its times if it closes in between,
    and what it was set up with.
    """

    opens: str = ""
    closes: str = ""
    pauses: str = ""
    base: str = ""
    changed: bool = False


@dataclass(frozen=True)
class VersionEntry:
    """A version of the content that can be shown; `installed` is a time in ISO 8601, UTC.

    `signed_by` names the key's fingerprint, empty without a signature. `reason` says why a version
    was given up or cannot be shown.
    """

    id: str
    title: str = ""
    version: str = ""
    installed: str = ""
    signed_by: str = ""
    health: str = "good"
    reason: str = ""
    chosen: bool = False
    factory: bool = False

    @property
    def showable(self) -> bool:
        """Whether it can be chosen; one that was given up may be tried once more."""
        return self.health != "damaged"


@dataclass(frozen=True)
class StickOffer:
    """Something on a stick: its number, kind ("bundle", "folder", "settings"), name, stick, size
    in bytes.
    """

    number: int
    kind: str
    name: str
    stick: str
    size: int


@dataclass(frozen=True)
class StickSettings:
    """Settings on a stick as staff see them: what they would change here, a line each, or `words`
    why there is nothing to take. `wanted` is what the lines tell of, and nothing else is taken.
    """

    lines: tuple[str, ...] = ()
    words: str = ""
    wanted: Import | None = None


@dataclass(frozen=True)
class PicturePair:
    """A page before and after; None where it is not there. `name` is its address with hyphens."""

    name: str
    language: str
    before: Path | None
    after: Path | None


@dataclass(frozen=True)
class TrialChange:
    """A piece that a bundle changes: its kind ("added", "removed", "changed"), its title by
    language (none: the bundle as a whole), and the languages in which it differs.
    """

    kind: str
    title: Mapping[str, str]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """How far a bundle on a stick has come.

    `phase` is "" (none), "copying", "rehearsing", "drawing", "ready" (staff decide), "publishing",
    "done" or "refused". `done` of `total` are bytes or pictures.
    """

    phase: str = ""
    name: str = ""
    done: int = 0
    total: int = 0
    title: Mapping[str, str] = field(default_factory=dict[str, str])
    fallback: str = ""
    version: str = ""
    signed_by: str = ""
    changes: tuple[TrialChange, ...] = ()
    pictures: tuple[PicturePair, ...] = ()
    refusal: ContentError | None = None
    version_id: str = ""
    report: str = ""
    """Name of the report on the stick; empty if it could not be written."""
