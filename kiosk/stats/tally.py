"""Counts in memory, until they are on the disk. Used from two threads. No Qt, no disk."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping

from kiosk.stats.dates import NO_HOUR, Slot, slot_at

Key = tuple[str, int, str, str]
"""Day, hour, kind, item."""
Counts = Mapping[Key, int]

MOST_KEYS = 20_000
"""Beyond this the hours of a day are put together: two months of a disk that takes nothing."""


class Tally:
    """What has been counted since the last `take`."""

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        """`wall` is the system's clock: seconds since 1970."""
        self._wall = wall
        self._lock = threading.Lock()
        self._counts: Counter[Key] = Counter()

    def slot(self) -> Slot:
        """The hour of now."""
        return slot_at(self._wall())

    def add(self, slot: Slot, kind: str, item: str = "") -> None:
        """Count one."""
        with self._lock:
            self._counts[(*slot, kind, item)] += 1
            if len(self._counts) > MOST_KEYS:
                self._counts = _by_day(self._counts)

    def take(self) -> Counts:
        """All counts; the tally begins anew."""
        with self._lock:
            taken, self._counts = self._counts, Counter[Key]()
        return taken


def _by_day(counts: Counter[Key]) -> Counter[Key]:
    """The same counts without their hours."""
    days: Counter[Key] = Counter()
    for (day, _hour, kind, item), count in counts.items():
        days[(day, NO_HOUR, kind, item)] += count
    return days
