"""What keeps the frames even once the program has started: the pace at which screens are made, the
collector of garbage, and the memory of the pictures that films are made of.

Knows nothing of content or visits. Must not be imported before the first frame.
"""

from __future__ import annotations

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine, QQmlIncubationController

BUILD_MILLISECONDS = 4
"""For making what comes, before a frame that is due gets its turn. Qt's own steps take 11 ms, and
two of them may fall into one frame. Between the steps is no pause, so nothing comes later."""
CALM_MILLISECONDS = 2500
"""After the start: by then all views are compiled."""
MEGABYTE = 1024 * 1024
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
LARGEST_PIECE = 32 * MEGABYTE
"""The most that the C library takes here."""
KEPT = 48 * MEGABYTE
"""Two pictures of a screen at 1080p and what lies between them."""


class Pace(QQmlIncubationController):
    """Makes asynchronous objects of QML in small steps between the frames."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self._timer = QTimer(parent, interval=0)
        self._timer.timeout.connect(self._build)

    def incubatingObjectCountChanged(self, count: int) -> None:
        """Qt's call: something is to be made, or all of it has been."""
        if count == 0:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _build(self) -> None:
        self.incubateFor(BUILD_MILLISECONDS)


def start(engine: QQmlEngine, owner: QObject) -> Pace:
    """Keep the pace of an engine, and settle memory in a while. Keep what is returned."""
    pace = Pace(owner)
    engine.setIncubationController(pace)
    calm = QTimer(owner, singleShot=True, interval=CALM_MILLISECONDS)
    calm.timeout.connect(settle_memory)
    calm.start()
    return pace


def settle_memory() -> None:
    """Spare the frames to come: call once when the program is complete and nothing moves.

    What is there now is no garbage, and looking through all of it takes 45 ms each time. A film
    needs two pictures of the screen; memory that the C library gives back to the system after each
    film comes anew page by page, 10 ms for each film.
    """
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        library.mallopt(M_MMAP_THRESHOLD, LARGEST_PIECE)
        library.mallopt(M_TRIM_THRESHOLD, KEPT)
