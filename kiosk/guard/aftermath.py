"""What health and the end of a screen mean for the next one: the record of the ladder, and how long
to wait.

Pure. Never imports Qt.
"""

from __future__ import annotations

from kiosk.guard import ladder
from kiosk.guard.exits import Exit
from kiosk.guard.ladder import Record
from kiosk.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kiosk.guard.watch import Watch

NO_DISPLAY_SECONDS = 1.0
"""So often a display that is gone is looked for."""
CLEARING = frozenset({"restart", "staff", "end", "again"})
"""Kinds of ends after which everything is tried again: somebody has wanted them who is there and
sees what comes of it, or there was no fault for a day."""


class Aftermath:
    """Judges one end after the other; `faults` counts those that nobody has wanted."""

    def __init__(self) -> None:
        self.faults = 0
        self._before: Record | None = None

    def record(self, record: Record, end: Exit) -> Record:
        """The record after this end."""
        before, self._before = self._before, None
        if end.kind in CLEARING:
            return Record()
        if end.kind == "no display":
            # What crashed just before most likely did so because its display went
            return ladder.ended(before or record)
        if end.planned:
            return ladder.ended(record)
        self.faults += 1
        self._before = record
        if not record.under_way:
            return replace(record, well=0.0)
        return ladder.failed(record, end.version, f"{end.words} after {end.up:.0f} s", end.page)


def after_health(record: Record, watch: Watch, now: float) -> Record:
    """The record while a screen is well; it is told when everything is to be tried again."""
    if watch.judge.well_seconds(now) >= ladder.HEALTHY_SECONDS:
        record = ladder.healthy(record)
    if not record.rung:
        return record
    if watch.other_content_seconds(now) >= ladder.HEALTHY_SECONDS:
        return Record()  # what staff have brought is well
    if watch.judge.well_for_more(ladder.WELL_SECONDS, now):
        record = ladder.well(record)
    if record.well >= ladder.CLEARED_SECONDS:
        watch.try_again()
    return record


def pause_seconds(end: Exit, after: Record) -> float:
    """How long to wait before the next start."""
    if end.planned:
        return 0.0
    return NO_DISPLAY_SECONDS if end.kind == "no display" else ladder.pause_seconds(after)
