"""What passes between the staff's pages and the stand behind them. Records only; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageChoice:
    """A language of the bundle, and whether this stand offers it to visitors."""

    tag: str
    name: str
    offered: bool


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
