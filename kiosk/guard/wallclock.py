"""How far the clock of a stand can be believed. Pure: both clocks are handed in.

A stand has no network; a clock whose battery is empty starts anywhere, and somebody may set it
while the kiosk runs. The clock is held against the running time, which nobody can set: what it
has gained or lost since it was believed first is a jump. Summer time is none, because this clock
counts seconds. Who cannot believe the clock keeps the stand open and tells staff.
Imports nothing of the kiosk but how words are said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kiosk.said import said

FIRST_YEAR = 2026
"""The year in which this program was made: an earlier clock is certainly wrong."""
LAST_YEAR = FIRST_YEAR + 30

DAY_SECONDS = 24 * 3600.0
JUMP_SECONDS = 1800.0
DRIFT = 0.001
"""What a cheap clock, or the one that mends it slowly, may gain in a second of running."""
EVEN_SECONDS = DAY_SECONDS / 4
"""A clock that has gone evenly for so long after a jump was set on purpose."""


@dataclass(frozen=True)
class Clock:
    """What is known of the clock; `trouble` is empty while it is believed, else words for staff.

    `line` is the clock minus the running time, which an even clock keeps. `believed` is the line
    it was first believed on, at `since` of the running time; None until then.
    """

    trouble: str = ""
    line: float = 0.0
    even_since: float = 0.0
    believed: float | None = None
    since: float = 0.0


def judge(before: Clock, wall: float, running: float, ran_last: float = 0.0) -> Clock:
    """What is known after one more look.

    `wall` is the clock in seconds since 1970, `running` a monotonic one that also counts sleep.
    `ran_last` is what the clock showed when the kiosk last ran before this start, if that is
    known: a clock that shows less has gone back while the power was off.
    """
    line = wall - running
    even = before.even_since
    if abs(line - before.line) > JUMP_SECONDS:
        even = running
    now = replace(before, line=line, even_since=even)
    if impossible(wall):
        return replace(now, trouble=f"The clock shows {shown(wall)}, which cannot be.")
    if before.believed is None and wall < ran_last - DAY_SECONDS:
        now = before = replace(now, believed=ran_last - running, since=running, even_since=running)
    if before.believed is None:
        return replace(now, trouble="", believed=line, since=running, even_since=running)
    off = line - before.believed
    if abs(off) <= JUMP_SECONDS + DRIFT * (running - before.since):
        return replace(now, trouble="")
    if running - now.even_since >= EVEN_SECONDS:
        return replace(now, trouble="", believed=line, since=running)
    way = "ahead" if off > 0 else "back"
    return replace(now, trouble=f"The clock has jumped {way}; it shows {shown(wall)}.")


def impossible(wall: float) -> bool:
    """Whether a clock shows a time in which this program cannot run."""
    try:
        return not FIRST_YEAR <= datetime.fromtimestamp(wall, UTC).year <= LAST_YEAR
    except (ValueError, OverflowError, OSError):
        return True


def shown(wall: float) -> str:
    """What a clock shows, for people."""
    try:
        return f"{datetime.fromtimestamp(wall).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return said("no date at all")
