"""The running statistics: observer, memory and disk together, and the thread that writes. No Qt.

Made after the first frame. `seen` is called on the GUI thread and costs microseconds; the disk is
touched by the thread only. Of a killed program at most `FLUSH_SECONDS` and the `CERTAIN_SECONDS`
of the observer are lost, together less than a minute.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.content.model import Bundle
from kiosk.stats.keeper import Keeper
from kiosk.stats.names import names_of
from kiosk.stats.observer import Observer
from kiosk.stats.tally import Tally
from kiosk.stats.trouble import Trouble
from kiosk.visit import Rules, State
from kiosk.visit import events as ev

log = logging.getLogger(__name__)

FLUSH_SECONDS = 20.0
STOP_SECONDS = 3.0


class Statistics:
    """Counts what the session shows it. A fault of its own never reaches the show."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`path` is the database; `clock` the visit's clock, `wall` the system's, in seconds."""
        self.path = path
        self.bundle: Bundle | None = None
        self._clock = clock
        self._awake = threading.Event()
        self._stopping = False
        tally = Tally(wall)
        self._observer = Observer(tally, self._awake.set)
        self._keeper = Keeper(path, tally, clock, wall)
        self._writing = threading.Lock()
        self._thread: threading.Thread | None = None
        self._failed = False

    @property
    def trouble(self) -> Trouble:
        """What is wrong with the disk; empty when all is well."""
        return self._keeper.trouble

    def use(self, bundle: Bundle) -> None:
        """Count for this content from now on; comes between two visits."""
        self.bundle = bundle
        self._observer.use(names_of(bundle))

    def seen(self, before: State, event: ev.Event, after: State, rules: Rules) -> None:
        """A step of the visit machine."""
        if self._failed:
            return
        try:
            self._observer.seen(before, event, after, rules)
        except Exception:
            self._failed = True
            log.exception("the statistics have stopped because of a fault of their own")

    def start(self) -> None:
        """Begin to write in the background."""
        self._thread = threading.Thread(target=self._run, name="statistics", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Write what is there and end; a disk that hangs is not waited for long."""
        self._stopping = True
        self._awake.set()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def flush(self) -> None:
        """Bring what is certain to the disk now; blocks while the disk works."""
        with self._writing:
            self._observer.pulse(self._clock())
            self._keeper.flush()

    def _run(self) -> None:
        while not self._stopping:
            self._awake.wait(FLUSH_SECONDS)
            self._awake.clear()
            try:
                self.flush()
            except Exception:
                self._failed = True
                log.exception("the statistics have stopped because of a fault of their own")
                return
        with self._writing:
            self._keeper.close()
