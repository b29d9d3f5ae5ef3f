"""The supervisor: starts the screen, listens to its heart, and starts it again when it has ended.

It is small, knows neither content nor Qt, and lives for as long as the stand does. Two threads per
screen wait for its lines and for its end; everything is decided on the main thread by pure parts:
`watch` (one screen), `ladder` (in which form the next one starts), `memory` (when a healthy one is
renewed). Orders go out as signals. `kiosk.guard.spawn` has started the first screen already.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from kiosk import log, paths
from kiosk.guard import crashes, exits, health, heart, ladder, spawn
from kiosk.guard.aftermath import Aftermath, after_health, pause_seconds
from kiosk.guard.exits import Exit
from kiosk.guard.ground import Ground
from kiosk.guard.notify import Notifier
from kiosk.guard.processes import LeftOver, end_left_over, obey, waits_of
from kiosk.guard.watch import END_SECONDS, Watch
from kiosk.lock import BusyError, FileLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TICK_SECONDS = 1.0
ASLEEP_SECONDS = 5.0
"""A longer pause between two looks, and it was the supervisor or the machine that slept."""
FIRST_HEALTH_SECONDS = 3.0
NO_PROCESS_SECONDS = 5.0
BUSY = 1
"""Exit code when another kiosk runs on this stand."""
BUSY_WORDS = (
    "Another kiosk is running on this stand. End that one first, or give this one a folder of its "
    "own with the environment variable JUOSTA_HOME."
)

_log = logging.getLogger(__name__)


def look_after(words: list[str], child: spawn.Child) -> int:
    """Look after a screen that has just been started, and those after it; the exit code."""
    crashes.keep_silent()
    supervisor = Supervisor(words, paths.find())
    supervisor.hear_signals()
    return supervisor.run(child)


class Supervisor:
    """Looks after one screen at a time. `words` start it."""

    def __init__(
        self, words: list[str], places: paths.Places, clock: Callable[[], float] = heart.now
    ) -> None:
        self._words = words
        self._places = places
        self._clock = clock
        self._news: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        self._notifier = Notifier()
        self._ground = Ground()
        self._left_over = LeftOver(places.screen_process)
        self._record = ladder.Record()
        self._leaving = False
        self._began = clock()
        self._looked = clock()
        self._shown = False
        self._aftermath = Aftermath()
        self._restarts = 0
        self._health_refused = False
        self._health_due = self._began + FIRST_HEALTH_SECONDS

    def facts(self) -> health.Facts:
        """How things are."""
        record = self._record
        up = self._clock() - self._began
        return health.Facts(up, self._restarts, self._aftermath.faults, record.rung, record.reason)

    def hear_signals(self) -> None:
        """Whoever ends the supervisor ends the kiosk."""
        for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._leave)

    def _leave(self, _number: int, _frame: object) -> None:
        self._news.put(("leave", None))

    def run(self, child: spawn.Child) -> int:
        """Look after the screens until they end for good; the exit code."""
        log.set_up(self._places.log, "supervisor")
        try:
            with FileLock(self._places.supervisor_lock).held(wait=False):
                return self._run(child)
        except BusyError:
            obey(child, "kill")
            sys.stderr.write(BUSY_WORDS + "\n")
            return BUSY
        except OSError as error:
            _log.warning("The supervisor cannot lock its place (%s).", error.strerror)
            return self._run(child)

    def _run(self, child: spawn.Child) -> int:
        self._ground.show()
        self._record = ladder.read(self._places.ladder)
        left = self._left_over.found()
        ending = threading.Thread(target=end_left_over, args=(left, END_SECONDS), daemon=True)
        ending.start()
        while True:
            self._left_over.note(child.pid, left)
            self._keep(ladder.started(self._record))
            code, end = self._attend(child)
            if self._is_over(end):
                exits.add(self._places.exits, end)
                break
            next_one = self._follow(end)
            if next_one is None:
                code = 0
                break
            child = next_one
            self._restarts += 1
        self._keep(ladder.Record() if self._leaving else self._aftermath.record(self._record, end))
        self._notifier.stopping()
        ending.join(END_SECONDS)
        self._left_over.forget()
        return code if code >= 0 else 128 - code

    def _follow(self, end: Exit) -> spawn.Child | None:
        """The screen after one that has ended; None when somebody ends the kiosk meanwhile.

        It is started before anything is written: then a slow disk costs nobody time.
        """
        self._ground.show()
        after = self._aftermath.record(self._record, end)
        seconds = pause_seconds(end, after)
        if end.planned:
            self._notifier.reloading()
        else:
            self._notifier.status(f"the screen is started again: {end.words}")
        if not seconds:
            child = self._start(after)
            exits.add(self._places.exits, end)
            if child is not None:
                self._record = after  # it is written when the start is noted
            return child
        exits.add(self._places.exits, end)
        self._keep(after)
        self._pause(seconds)
        return self._start(after)

    # --- one screen ---------------------------------------------------------------------------

    def _attend(self, child: spawn.Child) -> tuple[int, Exit]:
        """Look after a screen until it has ended; its exit code, and what its end was."""
        safe = self._record.rung == ladder.SAFE
        watch = Watch(self._clock(), heart.LONG_START_SECONDS if safe else heart.START_SECONDS)
        for work in (self._listen, self._wait):
            threading.Thread(target=work, args=(child,), daemon=True).start()
        code: int | None = None
        while code is None:
            code = self._hear(child, watch)
            if code is None:
                self._look(child, watch)
        child.leave_nothing()
        return code, watch.end(code, self._clock(), health.utc(time.time()), self._record.rung)

    def _listen(self, child: spawn.Child) -> None:
        """In a thread: the screen's lines."""
        with os.fdopen(child.pipe, "rb") as pipe:
            while line := pipe.readline(heart.LINE_LIMIT):
                self._news.put(("line", (child.pid, line)))

    def _wait(self, child: spawn.Child) -> None:
        """In a thread: the screen's end. Its number stays taken until the main thread knows."""
        if child.popen is None:
            os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        else:
            child.popen.wait()
        self._news.put(("ended", child.pid))

    def _hear(self, child: spawn.Child, watch: Watch) -> int | None:
        """Take all news there is, or wait a moment for some; the exit code at the end."""
        seconds = TICK_SECONDS
        ended = False
        while True:
            try:
                kind, what = self._news.get(timeout=seconds)
            except Empty:
                break
            seconds = 0
            if kind == "leave":
                self._leaving = True
            elif kind == "line" and what[0] == child.pid:
                watch.hear(heart.decode(what[1]), self._clock())
            elif kind == "ended" and what == child.pid:
                ended = True
        if not ended:
            return None
        if child.popen is not None:
            return child.popen.wait()
        return os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1])

    def _look(self, child: spawn.Child, watch: Watch) -> None:
        """What a look at the clock brings."""
        now = self._clock()
        if now - self._looked > ASLEEP_SECONDS:
            watch.judge.forgive(now)
        self._looked = now
        if self._leaving:
            watch.ask("end", "somebody ended the kiosk")
        clock = time.localtime(time.time())
        if order := watch.order(now, clock.tm_hour * 60 + clock.tm_min):
            facts = {"order": order}
            if order == "abort":
                facts["threads"] = waits_of(child.pid)
            _log.info("order to the screen: %(order)s", facts)
            obey(child, order)
        if watch.judge.alive(now):
            self._is_well(watch, now)
        if now >= self._health_due:
            self._health_due = now + health.WRITE_SECONDS
            self._write_health(watch)

    def _write_health(self, watch: Watch) -> None:
        try:
            health.write_health(self._places, watch.beat, self.facts())
        except OSError as error:
            if not self._health_refused:
                _log.warning("How the stand is cannot be written (%s).", error.strerror)
            self._health_refused = True

    def _is_well(self, watch: Watch, now: float) -> None:
        """The screen lives: say so, and let the ladder know."""
        beat = watch.beat
        assert beat is not None
        self._shown = True
        self._ground.hide()
        self._notifier.ready()
        self._notifier.alive()
        self._notifier.status(f"on the screen: {beat.page}; content {beat.version}")
        self._keep(after_health(self._record, watch, now))

    # --- between two screens ------------------------------------------------------------------

    def _is_over(self, end: Exit) -> bool:
        """Whether no other screen is to be started."""
        if self._leaving or end.kind in {"staff", "end"}:
            return True
        return end.kind == "no display" and not self._shown

    def _pause(self, seconds: float) -> None:
        """Wait, unless somebody ends the kiosk meanwhile."""
        until = self._clock() + seconds
        while not self._leaving and (left := until - self._clock()) > 0:
            try:
                kind, _ = self._news.get(timeout=left)
            except Empty:
                return
            self._leaving = kind == "leave"

    def _start(self, record: ladder.Record) -> spawn.Child | None:
        """Start the next screen, after this record; a machine without room for it is asked again.

        None when somebody ends the kiosk meanwhile.
        """
        while not self._leaving:
            try:
                return spawn.start(self._words, ladder.started(record))
            except OSError as error:
                _log.error("The screen cannot be started (%s).", error.strerror)
                self._pause(NO_PROCESS_SECONDS)
        return None

    def _keep(self, record: ladder.Record) -> None:
        if record != self._record:
            self._record = record
            ladder.write(self._places.ladder, record)
