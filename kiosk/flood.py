"""Keeps a storm of log records from washing away what began it. Imports nothing of the kiosk.

A part of the program that fails a thousand times a second would fill the files in minutes, and
the journal with them. So many records are let through at once, and then so many a second; how
many were left out is said with the next one that passes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

BURST = 2000
PER_SECOND = 50.0


class Flood(logging.Filter):
    """A filter of one handler."""

    def __init__(
        self, handler: logging.Handler, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._handler = handler
        self._clock = clock
        self._room = float(BURST)
        self._looked = clock()
        self._left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written."""
        now = self._clock()
        self._room = min(BURST, self._room + (now - self._looked) * PER_SECOND)
        self._looked = now
        if self._room < 1:
            self._left_out += 1
            return False
        self._room -= 1
        if self._left_out:
            words = "%d records were left out: there were too many at once."
            left, self._left_out = self._left_out, 0
            self._handler.emit(_note(record, words, left))
        return True


def _note(record: logging.LogRecord, words: str, count: int) -> logging.LogRecord:
    return logging.LogRecord(__name__, record.levelno, __file__, 0, words, (count,), None)
