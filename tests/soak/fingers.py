"""Two fingers at once in the window of this process: the X server of the soak has one pointer.

The touches go in where Qt takes those of a driver, so everything from there on is the real way.
Each step is an event of its own, some ms apart. No mouse may be pressed meanwhile: a stand has no
two ways to touch at once, and Qt complains of a finger that it misses in the mouse's events. What
the hand did before comes another way, so the fingers wait until all of it has arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

STEPS = 8
STEP_MILLISECONDS = 12
MOUSE_MILLISECONDS = 60
"""Without any event of the mouse, before and after fingers touch."""

Spot = tuple[float, float]
"""A place on the screen, in shares of its width and height."""


class Fingers(QObject):
    """A glass of its own, and a pair of fingers that draws on it."""

    def __init__(self, window: Any, done: Callable[[], None]) -> None:
        """`done` is called whenever the fingers have left the glass again."""
        super().__init__(window)
        self._window = window
        self._done = done
        self._glass = QTest.createTouchDevice()
        self._ways: list[tuple[Spot, Spot]] = []
        self._step = 0
        self._timer = QTimer(self, interval=STEP_MILLISECONDS)
        self._timer.timeout.connect(self._move)
        self._calm = QTimer(self, singleShot=True, interval=MOUSE_MILLISECONDS)
        self._calm.timeout.connect(self._touch)

    def draw(self, numbers: Sequence[float]) -> None:
        """From, from, to, to: each a place of two numbers."""
        first, second, first_end, second_end = zip(numbers[::2], numbers[1::2], strict=True)
        self._ways = [(first, first_end), (second, second_end)]
        self._step = 0
        self._calm.start()

    def mouse_seen(self) -> None:
        """An event of the mouse has arrived: fingers that want to touch wait anew."""
        if self._calm.isActive():
            self._calm.start()

    def _touch(self) -> None:
        if QGuiApplication.mouseButtons():
            self._calm.start()
            return
        self._tell("press")
        self._timer.start()

    def _move(self) -> None:
        self._step += 1
        if self._step <= STEPS:
            self._tell("move")
        else:
            self._timer.stop()
            self._step = STEPS
            self._tell("release")
            self._done()

    def _tell(self, what: str) -> None:
        touches = QTest.touchEvent(self._window, self._glass, autoCommit=False)
        for finger, way in enumerate(self._ways):
            getattr(touches, what)(finger, self._at(*way), self._window)
        touches.commit(processEvents=False)

    def _at(self, start: Spot, end: Spot) -> QPoint:
        part = self._step / STEPS
        x, y = (a + (b - a) * part for a, b in zip(start, end, strict=True))
        return QPoint(int(x * self._window.width()), int(y * self._window.height()))
