"""What keeps the frames even once the program has started: the pace at which screens are made, and
how long others may keep Python's lock.

Knows nothing of content or visits. Must not be imported before the first frame.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine, QQmlIncubationController
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import memory

BUILD_MILLISECONDS = 4
"""For making what comes, before a frame that is due gets its turn. Qt's own steps take 11 ms."""
SHARE_SECONDS = 0.007
"""Of the processor's time between two frames that follow each other: half of it, for the frame has
to be painted as well. While nothing moves there is no such end to it."""
ROOM_SECONDS = 0.011
"""Of a frame's 16 ms, counted from what it shows having been decided: what is made later delays the
next step of the animations, or the frame that shows it."""
LEAST_MILLISECONDS = 2
FRAME_SECONDS = 0.022
"""A frame that is not followed by another for so long was the last one for now, or the machine is
so busy that frames are late anyway."""
LOOK_MILLISECONDS = 2
LOCK_SECONDS = 0.0005
"""How long a thread that paints in Python may keep the one that draws from Python's lock. Python's
own 5 ms, a few times in a frame, are a frame too late."""
CALM_MILLISECONDS = 2500
"""After the start: by then all views are compiled."""


class Pace(QQmlIncubationController):
    """Makes asynchronous objects of QML in small steps between the frames."""

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self._spent = 0.0
        self._drawn = 0.0
        self._timer = QTimer(parent, interval=0)
        self._timer.timeout.connect(self._build)

    def follow(self, window: QQuickWindow) -> None:
        """Leave the frames of a window their time."""
        window.afterAnimating.connect(self._frame)

    def incubatingObjectCountChanged(self, count: int) -> None:
        """Qt's call: something is to be made, or all of it has been."""
        if count == 0:
            self._timer.stop()
        elif not self._timer.isActive():
            # What asked for it has taken its part of this frame; the next one makes it
            self._spent = SHARE_SECONDS
            self._timer.start(0)

    def _frame(self) -> None:
        self._drawn, self._spent = time.monotonic(), 0.0

    def _build(self) -> None:
        step = self._step(time.monotonic() - self._drawn)
        if step == 0:
            self._timer.start(LOOK_MILLISECONDS)
            return
        begun = time.thread_time()
        self.incubateFor(step)
        self._spent += time.thread_time() - begun
        if self._timer.interval() > 0 and self._timer.isActive():
            self._timer.start(0)

    def _step(self, since: float) -> int:
        """Milliseconds for making, so long after a frame was decided; 0 while there is none."""
        if since >= FRAME_SECONDS:
            return BUILD_MILLISECONDS
        if self._spent >= SHARE_SECONDS:
            return 0
        room = int(1000 * (ROOM_SECONDS - since))
        if room < LEAST_MILLISECONDS and self._spent > 0:
            return 0
        return max(LEAST_MILLISECONDS, min(BUILD_MILLISECONDS, room))


def start(engine: QQmlEngine, owner: QObject) -> Pace:
    """Keep the pace of an engine, and settle memory in a while. Keep what is returned."""
    pace = Pace(owner)
    engine.setIncubationController(pace)
    calm = QTimer(owner, singleShot=True, interval=CALM_MILLISECONDS)
    calm.timeout.connect(memory.settle)
    calm.start()
    sys.setswitchinterval(LOCK_SECONDS)
    return pace
