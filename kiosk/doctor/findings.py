"""What a look at the stand gives. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

State = Literal["green", "amber", "red"]
_ORDER: tuple[State, ...] = ("green", "amber", "red")


@dataclass(frozen=True)
class Finding:
    """One answer: what was looked at, how it is, in words, and what to do. Green needs no fix."""

    check: str
    state: State
    words: str
    fix: str = ""
    code: str = ""


def worst(findings: Iterable[Finding]) -> State:
    """How the stand is as a whole."""
    return _ORDER[max((_ORDER.index(each.state) for each in findings), default=0)]


def summary(findings: Iterable[Finding]) -> str:
    """The answer to the question of the evening, in one line."""
    states = [each.state for each in findings]
    red, amber = states.count("red"), states.count("amber")
    looks = f"{amber} {'thing' if amber == 1 else 'things'} to look at"
    if red:
        also = f", and {looks}" if amber else ""
        return f"Not ready: {red} {'thing' if red == 1 else 'things'} to mend{also}."
    return f"Ready, with {looks}." if amber else "Ready for tomorrow."
