"""When a screen that is well is started anew all the same: too much memory, a new day, or a day
without a fault, after which the ladder begins afresh.

Pure: beats and clocks are handed in. Only an idle screen is started anew, unless its memory is far
over the ceiling and the machine would suffer. Never imports Qt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.guard.heart import Beat, Limits

IDLE_SECONDS = 30.0
"""So long nobody may have been there, before memory is given back or everything tried again."""
NIGHT_IDLE_SECONDS = 600.0
NIGHT_MINUTES = 60
"""Length of the part of the night in which the screen may be started anew."""
DAY_SECONDS = 12 * 3600.0
"""A screen that is younger is left alone, whatever a clock that jumps says of the hour."""
LONGEST_SECONDS = 48 * 3600.0
"""An older one is started anew at any hour: its clock does not come by the night."""
LEAST = 300_000_000
"""Bytes. A new screen takes half of it: a lower ceiling would end every one."""
FAR_OVER = 1.5
"""Times the ceiling at which nobody waits for an idle moment."""

NO_LIMITS = Limits(memory=0, night=-1)
_STATM = Path("/proc/self/statm")


class Upkeep:
    """Watches one screen. `started` is its start in monotonic seconds."""

    def __init__(self, started: float, limits: Limits = NO_LIMITS) -> None:
        self.started = started
        self.limits = limits
        self.afresh = False
        """Whether everything is to be tried again: the stand has gone a day without a fault."""
        self._idle_since: float | None = None

    def due(self, beat: Beat, now: float, minute: int) -> tuple[str, str]:
        """Kind and words of a reason to start it anew, or ("", "").

        `minute` is the wall clock's time in minutes after midnight.
        """
        if not beat.idle:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = now
        idle = 0.0 if self._idle_since is None else now - self._idle_since
        if self.afresh and idle >= IDLE_SECONDS:
            return "again", "after a day without a fault everything is tried again"
        if self._too_much(beat.rss, idle):
            return "memory", f"it took {beat.rss // 1_000_000} MB of memory"
        if self._night(now - self.started, idle, minute):
            return "night", "it starts anew each night"
        return "", ""

    def _too_much(self, rss: int, idle: float) -> bool:
        if not self.limits.memory:
            return False
        ceiling = max(self.limits.memory, LEAST)
        if rss <= ceiling:
            return False
        return idle >= IDLE_SECONDS or rss > FAR_OVER * ceiling

    def _night(self, up: float, idle: float, minute: int) -> bool:
        if self.limits.night < 0 or up < DAY_SECONDS or idle < NIGHT_IDLE_SECONDS:
            return False
        since = (minute - self.limits.night) % (24 * 60)
        return since < NIGHT_MINUTES or up >= LONGEST_SECONDS


def resident() -> int:
    """Bytes of memory that this process holds now; 0 where the system does not say."""
    if sys.platform != "linux":
        return _resident_elsewhere()
    try:
        return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _resident_elsewhere() -> int:
    try:
        import psutil  # comes with the program where there is no /proc
    except ImportError:
        return 0
    return psutil.Process().memory_info().rss
