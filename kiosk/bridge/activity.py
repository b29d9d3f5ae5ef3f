"""Signs of life and the cursor: watches the window's input without taking any of it.

A finger that has not left the glass for a minute (a bag on the screen, a ghost touch) no longer
counts as a visitor, so the kiosk still goes back to its start.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor, QTouchEvent, QWindow

HELD_SECONDS = 60.0
REPORT_SECONDS = 0.5

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)
_OTHERS = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress)


class ActivityFilter(QObject):
    """Event filter of the window: reports activity at most twice a second."""

    def __init__(
        self, window: QWindow, report: Callable[[], None], clock: Callable[[], float]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._clock = clock
        self._held_since: dict[int, float] = {}
        self._reported = float("-inf")
        self._cursor_shown: bool | None = None
        self._show_cursor(shown=False)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at an event; never consumes it."""
        kind = event.type()
        if kind in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
        elif kind == QEvent.Type.MouseMove:
            self._mouse_move(event)
        elif kind in _OTHERS:
            self._alive()
        return False

    def _touch(self, event: QTouchEvent) -> None:
        self._show_cursor(shown=False)
        now = self._clock()
        ids = {point.id() for point in event.points()}
        if event.type() == QEvent.Type.TouchEnd:
            self._held_since.clear()
            self._alive()
            return
        self._held_since = {i: self._held_since.get(i, now) for i in ids}
        if any(now - since < HELD_SECONDS for since in self._held_since.values()):
            self._alive()

    def _mouse_move(self, event: QEvent) -> None:
        """A real mouse shows the cursor; only a drag is a sign of life (a table may shake)."""
        device = event.device()  # type: ignore[attr-defined]
        if device is None or device.type() != device.DeviceType.TouchScreen:
            self._show_cursor(shown=True)
        if event.buttons() != Qt.MouseButton.NoButton:  # type: ignore[attr-defined]
            self._alive()

    def _alive(self) -> None:
        now = self._clock()
        if now - self._reported >= REPORT_SECONDS:
            self._reported = now
            self._report()

    def _show_cursor(self, *, shown: bool) -> None:
        if shown != self._cursor_shown:
            self._cursor_shown = shown
            shape = Qt.CursorShape.ArrowCursor if shown else Qt.CursorShape.BlankCursor
            self._window.setCursor(QCursor(shape))
