"""Signals of the system that end the program, also while Qt waits for events.

Python's handlers run between two lines of Python, of which an idle screen has none. So a signal
writes into a pipe that Qt waits for.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier


class Signals:
    """Calls back when SIGINT or SIGTERM comes, until it is closed."""

    def __init__(self, owner: QObject, call: Callable[[], None]) -> None:
        self._reading, self._writing = _pair()
        signal.set_wakeup_fd(self._writing.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._reading.fileno(), kind, owner)
        self._notifier.activated.connect(lambda *_: call())

    def close(self) -> None:
        """Hear no more of them."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._reading.close()
        self._writing.close()


def _pair() -> tuple[Any, Any]:
    """The two ends of a pipe, neither of which blocks."""
    if sys.platform == "win32":
        import socket  # Qt waits for nothing else there; elsewhere it would be 0.4 MB too many

        ends = socket.socketpair()
        for end in ends:
            end.setblocking(False)
        return ends
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    return os.fdopen(reading, "rb", 0), os.fdopen(writing, "wb", 0)
