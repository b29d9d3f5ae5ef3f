"""What the end of a screen means for the next one: the record of the ladder, and how long to wait.

Pure. Never imports Qt.
"""

from __future__ import annotations

from kiosk.guard import ladder
from kiosk.guard.exits import Exit
from kiosk.guard.ladder import Record

NO_DISPLAY_SECONDS = 1.0
"""So often a display that is gone is looked for."""
BY_SOMEBODY = frozenset({"restart", "staff", "end"})
"""Kinds of ends that somebody has wanted who is there and sees what comes of it."""


class Aftermath:
    """Judges one end after the other; `faults` counts those that nobody has wanted."""

    def __init__(self) -> None:
        self.faults = 0
        self._before: Record | None = None

    def record(self, record: Record, end: Exit) -> Record:
        """The record after this end."""
        before, self._before = self._before, None
        if end.kind in BY_SOMEBODY:
            return Record()
        if end.kind == "no display":
            # What crashed just before most likely did so because its display went
            return ladder.ended(before or record)
        if end.planned:
            return ladder.ended(record)
        self.faults += 1
        if not record.under_way:
            return record
        self._before = record
        return ladder.failed(record, end.version, f"{end.words} after {end.up:.0f} s", end.page)


def pause_seconds(end: Exit, after: Record) -> float:
    """How long to wait before the next start."""
    if end.planned:
        return 0.0
    return NO_DISPLAY_SECONDS if end.kind == "no display" else ladder.pause_seconds(after)
