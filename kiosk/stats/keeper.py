"""Brings counts from memory to the disk, whatever the disk does. No Qt.

A disk that is full, read-only or locked loses nothing as long as the kiosk runs: the counts wait in
memory and are tried again, and staff are told once. A damaged file is set aside and a new one
begun. Nothing here raises.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.stats import dates
from kiosk.stats.database import Batch, DamagedError, Database, set_aside
from kiosk.stats.tally import Tally
from kiosk.stats.trouble import Trouble, trouble_words

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 20.0, 600.0
"""Seconds until a disk that refused is tried again; the pause doubles."""


class Keeper:
    """Writes a tally into a database. One thread calls it."""

    def __init__(
        self,
        path: Path,
        tally: Tally,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`clock` counts running time in seconds; `wall` is the system's clock."""
        self._path = path
        self._tally = tally
        self._clock = clock
        self._wall = wall
        self._database: Database | None = None
        self._waiting: Batch | None = None
        self._written_at = clock()
        self._tidied: date | None = None
        self._pause = 0.0
        self._not_before = clock()
        self.trouble: Trouble = ""
        """What is wrong with the disk; empty when all is well."""

    def flush(self, *, at_once: bool = False) -> None:
        """Write what has been counted. `at_once` does not wait for the pause to end."""
        if self._clock() < self._not_before and not at_once:
            return
        while (batch := self._next()) is not None:
            if not self._write(batch):
                return
            self._waiting = None

    def close(self) -> None:
        """Write for the last time and close the file."""
        self.flush(at_once=True)
        self._drop()

    def _next(self) -> Batch | None:
        """The batch that waits, or a new one of what the tally holds.

        On a new day one without counts will do: old counts go on quiet stands too.
        """
        if self._waiting is None:
            counts = self._tally.take()
            today = dates.day_of(dates.slot_at(self._wall())[0])
            if counts or today != self._tidied:
                now = self._clock()
                number = int.from_bytes(os.urandom(7), "big")
                self._waiting = Batch(number, counts, today, now - self._written_at)
                self._written_at = now
                self._tidied = today
        return self._waiting

    def _write(self, batch: Batch) -> bool:
        try:
            try:
                self._add(batch)
            except DamagedError as damage:
                self._drop()
                aside = set_aside(self._path)
                log.error("The statistics were damaged (%s) and are now %s.", damage, aside)
                self._add(batch)
        except (sqlite3.Error, OSError, DamagedError) as error:
            self._refused(error)
            return False
        if self.trouble:
            log.warning("The statistics can be written again; nothing was lost.")
        self.trouble = ""
        self._pause = 0.0
        return True

    def _add(self, batch: Batch) -> None:
        if self._database is None:
            self._database = Database(self._path)
        self._database.add(batch)

    def _refused(self, error: Exception) -> None:
        """Say it once and wait, each time a little longer."""
        self._drop()
        trouble = _trouble(error)
        if not self.trouble:
            log.warning("%s (%s: %s)", trouble_words("en", trouble), self._path, error)
        self.trouble = trouble
        self._pause = min(max(FIRST_PAUSE, 2 * self._pause), LONGEST_PAUSE)
        self._not_before = self._clock() + self._pause

    def _drop(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None


def _trouble(error: Exception) -> Trouble:
    """What an error of the disk means."""
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL") or getattr(error, "errno", 0) == errno.ENOSPC:
        return "full"
    return "held" if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) else "unwritable"
