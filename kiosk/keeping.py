"""Keeps the opening hours of the running kiosk: looks at the clock, and tells the visit.

The settings are read again when their files change. Disk and screen are touched in threads. Made
after the first frame; Qt comes through the bridge.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk import durable, settings
from kiosk.guard import hours, wallclock
from kiosk.guard.wallclock import Clock
from kiosk.paths import Places
from kiosk.settings_parts import Opening
from kiosk.visit import Closing, SignRow, State
from kiosk.visit import events as ev

log = logging.getLogger(__name__)

LOOK_SECONDS = 15.0
KEEP_SECONDS = 3600.0


class Visit(Protocol):
    """The session, as far as hours need it."""

    state: State

    def post(self, event: ev.Event) -> None:
        """Put an event through the machine."""
        ...


class Screen(Protocol):
    """What can be switched off."""

    def switch(self, *, on: bool) -> bool:
        """Switch it; false when that cannot be done here."""
        ...


def running() -> float:
    """A clock in seconds that nobody can set; it also counts the time the machine slept."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def closing_at(opening: Opening, moment: datetime) -> Closing | None:
    """How the stand rests at a local time; None while it is open."""
    plan = hours.hours_of(opening.week, opening.dates)
    if plan.open_at(moment):
        return None
    return Closing(opening.closed, tuple(_row(row) for row in hours.rows(plan, moment.date())))


def _row(row: hours.Row) -> SignRow:
    return SignRow(
        hours=hours.words(row.ranges),
        open=bool(row.ranges),
        first=row.first,
        last=row.last,
        day=row.day,
        until=row.until,
    )


class Keeping:
    """Looks at the clock now and then. The clocks are handed in: `wall` counts from 1970."""

    def __init__(
        self,
        visit: Visit,
        opening: Callable[[], Opening],
        screen: Screen,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = running,
        believed: LastBelieved | None = None,
    ) -> None:
        self._visit = visit
        self._opening = opening
        self._screen = screen
        self._wall = wall
        self._steady = steady
        self._believed = believed
        self._ran_last = believed.read() if believed else 0.0
        self.clock = Clock()
        self._told: Closing | None = None

    def look(self) -> None:
        """See what the clock shows, and say so if it changes anything."""
        wall, before = self._wall(), self.clock
        self.clock = wallclock.judge(before, wall, self._steady(), self._ran_last)
        if self.clock.trouble and not before.trouble:
            log.warning("%s The opening hours are not kept.", self.clock.trouble)
        elif before.trouble and not self.clock.trouble:
            log.info("the clock is believed again")
        closing = None
        if not self.clock.trouble:
            closing = closing_at(self._opening(), datetime.fromtimestamp(wall))  # noqa: DTZ006 - the clock on the wall
        if closing != self._told:
            if (closing is None) != (self._told is None):
                log.info("the stand is %s", "open" if closing is None else "closed")
            self._told = closing
            self._visit.post(ev.KeepHours(closing))

    def light(self) -> None:
        """Switch the screen as the visit wants it, and remember a clock that is believed.

        Call it off the GUI thread.
        """
        if (
            self._believed is not None
            and self.clock.believed is not None
            and not self.clock.trouble
        ):
            self._believed.keep(self._wall())
        state = self._visit.state
        dark = state.mode == "closed" and state.closing is not None and state.closing.look == "off"
        self._screen.switch(on=not dark)


class OpeningOnDisk:
    """The hours of a stand's settings, read again when a file of theirs has changed."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._seen: tuple[object, ...] = ()
        self._opening = Opening()

    def read(self) -> None:
        """Look whether there is something new. Touches the disk."""
        seen = tuple(_mark(file) for file in (self._places.settings, self._places.staff_settings))
        if seen != self._seen:
            self._opening = settings.read(self._places).settings.hours
            self._seen = seen

    def __call__(self) -> Opening:
        """What it was at the last look."""
        return self._opening


class LastBelieved:
    """What the clock showed when it was last believed, kept for the next start."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._written = self.read()

    def read(self) -> float:
        """Seconds since 1970; 0 when nobody knows."""
        try:
            return float(json.loads(self._file.read_bytes()[:200])["believed"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0.0

    def keep(self, wall: float) -> None:
        """Write it down, once an hour at most. A full disk is no harm."""
        if abs(wall - self._written) < KEEP_SECONDS:
            return
        self._written = wall
        with contextlib.suppress(OSError):
            durable.write(self._file, json.dumps({"believed": round(wall)}).encode())


def _mark(file: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(file)  # noqa: PTH116 - the same for a path that is no file
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
