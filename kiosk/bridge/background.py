"""Work beside the show: threads whose results come back to the GUI thread, clocks, watched folders.

What touches the disk or takes long is never done on the GUI thread; what touches the screen is
never done anywhere else. Made after the first frame.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.acquaint import Acquainted

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Background(Acquainted):
    """Runs work in threads of its own; whoever asked hears of the result on the GUI thread."""

    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], Any],
        failed: Callable[[], Any] | None = None,
    ) -> None:
        """Call `work` in a thread, then `done` with its result; or `failed`, and log why."""
        threading.Thread(target=self._work, args=(work, done, failed), daemon=True).start()

    def _work(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], Any],
        failed: Callable[[], Any] | None,
    ) -> None:
        try:
            result = work()
            call = lambda: done(result)  # noqa: E731
        except Exception:
            log.exception("work in the background failed")
            call = failed or (lambda: None)
        try:
            self._finished.emit(call)
        except RuntimeError:  # the program has ended meanwhile
            log.debug("nobody waits for the result any more")

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()

    def alarm(self, call: Callable[[], Any]) -> QTimer:
        """A timer that calls once after each `start(milliseconds)`; starting again begins anew."""
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(call)
        return timer

    def every(self, seconds: float, call: Callable[[], Any]) -> None:
        """Call again and again."""
        timer = QTimer(self, interval=round(seconds * 1000))
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(call)
        timer.start()


class Watch(Acquainted):
    """Says that something in these places has changed; editors that rename do not shake it off."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.changed)
        self._watcher.fileChanged.connect(self.changed)

    def look_at(self, places: Collection[Path]) -> None:
        """Watch these and nothing else; what is not there is passed over."""
        # `Path.exists` raises for what a broken disk does not show
        wanted = {str(place) for place in places if os.path.exists(place)}  # noqa: PTH110
        present = {*self._watcher.files(), *self._watcher.directories()}
        if present - wanted:
            self._watcher.removePaths(sorted(present - wanted))
        if wanted - present:
            self._watcher.addPaths(sorted(wanted - present))


def after_frame(window: QQuickWindow, call: Callable[[], Any]) -> None:
    """Ask for a frame and call when it is on the screen; at once for a window that nobody sees."""
    if not window.isExposed():
        call()
        return
    waiting = [call]

    def once() -> None:
        if waiting:
            window.frameSwapped.disconnect(once)
            waiting.pop()()

    window.frameSwapped.connect(once, Qt.ConnectionType.QueuedConnection)
    window.update()
