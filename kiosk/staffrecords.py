"""What passes between the staff's pages and the stand behind them. Records only; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageChoice:
    """A language of the bundle, and whether this stand offers it to visitors."""

    tag: str
    name: str
    offered: bool
