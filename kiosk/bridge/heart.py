"""The heart of the window: each second the visit is asked, and a frame is asked for.

An idle scene draws nothing by itself, so whoever wants to know whether it still could has to ask.
Everything is heard on the GUI thread, by queued calls: a Python slot on a thread that draws would
wait for the interpreter while that waits for a frame. Frames that nobody asked for here count too.

A graphics card draws a frame for nothing, the software scene graph only what has changed. Where a
program stands for the card a frame costs a tenth of a second of the processor, so there frames are
asked for so seldom that they take half a per cent.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

BEAT_MILLISECONDS = 1000
COST = 0.004
"""Share of a processor that frames which nobody needs may take."""
MOST_BEATS = 17
"""Yet after so many beats one is asked for. Whatever moves or is touched asks for its own."""

log = logging.getLogger(__name__)


class Heart(QObject):
    """Beats for as long as its window lives; to be made when the first frame has been drawn.

    `ask` puts a question to the visit and raises when it does not answer: then no beat is told.
    `tell` hears when the last frame was drawn, and for how many seconds one has been owed that was
    asked for; None and 0 for a window that nobody sees.
    """

    def __init__(
        self,
        window: QQuickWindow,
        ask: Callable[[], None],
        tell: Callable[[float | None, float], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._ask = ask
        self._tell = tell
        self._drawn = time.monotonic()
        self._owed: tuple[float, float] | None = None
        self._pause, self._beats_left = 1, 0
        self._refused = False
        window.frameSwapped.connect(self._has_drawn, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=BEAT_MILLISECONDS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()
        self.beat()

    @Slot()
    def beat(self) -> None:
        """Ask the visit, tell, and ask for a frame that the next beat can tell of."""
        try:
            self._ask()
        except Exception:
            if not self._refused:
                log.exception("the visit does not answer")
            self._refused = True
            return
        now = time.monotonic()
        if not self._window.isExposed():
            self._owed = None
            self._tell(None, 0.0)
            return
        self._tell(self._drawn, now - self._owed[0] if self._owed else 0.0)
        self._beats_left -= 1
        if self._owed is None and self._beats_left <= 0:
            self._owed = (now, time.process_time())
            self._window.update()

    @Slot()
    def _has_drawn(self) -> None:
        self._drawn = time.monotonic()
        if self._owed is not None:
            cost = time.process_time() - self._owed[1]
            wanted = ceil(1000 * cost / (COST * BEAT_MILLISECONDS))
            # What else the program did meanwhile is in the cost: one dear frame says little
            self._pause = max(1, min(wanted, 2 * self._pause, MOST_BEATS))
            self._beats_left = self._pause
            self._owed = None
