"""Signs of life, the cursor, and what a visitor must not leave behind: watches the window's input.

A finger that has not left the glass for a minute (a bag on the screen, a ghost touch) no longer
counts as a visitor, so the kiosk still goes back to its start, and lets go of what it holds, so
that the next finger can have it. Nor does a key count that something lies on: its repetitions are
taken away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QClipboard,
    QCursor,
    QGuiApplication,
    QPointingDevice,
    QTouchEvent,
    QWindow,
)

from kiosk.bridge.session import Session

HELD_SECONDS = 60.0
REPORT_SECONDS = 0.5
MOVED_PIXELS = 12
"""A mouse shows itself after so many px: where a window appears below it, it has not moved."""

_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_OF_DESKTOPS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""The kiosk has no shortcut with these: Alt+Space is not Space."""
_MOUSE = -1
"""Stands for the mouse among the numbers of the fingers, which are not negative."""


def watch(window: QWindow, session: Session, clock: Callable[[], float]) -> None:
    """Tell the session of signs of life, and leave nothing of one visitor to the next."""
    ActivityFilter(window, session.touched, clock)
    session.visitEnded.connect(forget_copied)


def forget_copied() -> None:
    """Empty the clipboard and the selection, whoever has filled them.

    On X11 `clear` alone gives away only what is one's own; so it is taken first.
    """
    clipboard = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        clipboard.setText("", mode)
        clipboard.clear(mode)


class ActivityFilter(QObject):
    """Event filter of the window: reports activity at most twice a second."""

    def __init__(
        self,
        window: QWindow,
        report: Callable[[], None],
        clock: Callable[[], float],
        held_seconds: float = HELD_SECONDS,
    ) -> None:
        super().__init__(window)
        self._most = held_seconds
        self._resting = QTimer(self, singleShot=True, interval=int(held_seconds * 1000) + 1)
        self._resting.timeout.connect(self._let_go)
        self._window = window
        self._report = report
        self._clock = clock
        self._held_since: dict[int, float] = {}
        self._glass: QPointingDevice | None = None
        self._reported = float("-inf")
        self._cursor_shown: bool | None = None
        self._mouse_at: QPointF | None = None
        self._show_cursor(shown=False)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at an event; takes away only keys that are nobody's."""
        kind = event.type()
        if kind in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
        elif kind == QEvent.Type.MouseMove:
            self._mouse_move(event)
        elif kind == QEvent.Type.MouseButtonPress:
            self._held_since[_MOUSE] = self._clock()
            self._alive()
        elif kind == QEvent.Type.Wheel:
            self._alive()
        elif kind in _KEYS:
            return self._key(event)
        return False

    def _touch(self, event: QTouchEvent) -> None:
        self._show_cursor(shown=False)
        self._mouse_at = None
        now = self._clock()
        ids = {point.id() for point in event.points()}
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._held_since.clear()
            self._resting.stop()
            self._alive()
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._held_since.clear()  # a screen that was unplugged has told of no end
        if not ids <= self._held_since.keys():
            self._glass = event.pointingDevice()
            self._resting.start()
        self._held_since = {i: self._held_since.get(i, now) for i in ids}
        if any(now - since < self._most for since in self._held_since.values()):
            self._alive()

    def _let_go(self) -> None:
        """No finger has come for a minute: what those that are down hold is free again."""
        held, self._held_since = self._held_since, dict.fromkeys(self._held_since, float("-inf"))
        if held and self._glass is not None:
            cancel = QTouchEvent(QEvent.Type.TouchCancel, self._glass)
            self._window.removeEventFilter(self)  # the fingers are still there
            QCoreApplication.sendEvent(self._window, cancel)
            self._window.installEventFilter(self)

    def _mouse_move(self, event: QEvent) -> None:
        """A real mouse shows the cursor; only a drag is a sign of life (a table may shake)."""
        device = event.device()  # type: ignore[attr-defined]
        if device is None or device.type() != device.DeviceType.TouchScreen:
            self._see_mouse(event.position())  # type: ignore[attr-defined]
        if event.buttons() == Qt.MouseButton.NoButton:  # type: ignore[attr-defined]
            self._held_since.pop(_MOUSE, None)
        elif self._clock() - self._held_since.get(_MOUSE, float("-inf")) < self._most:
            self._alive()

    def _see_mouse(self, at: QPointF) -> None:
        if self._mouse_at is None:
            self._mouse_at = at
        elif (at - self._mouse_at).manhattanLength() > MOVED_PIXELS:
            self._show_cursor(shown=True)

    def _key(self, event: QEvent) -> bool:
        """Whether a key is to be taken away: it repeats itself, or is the shortcut of a desktop."""
        if event.isAutoRepeat():  # type: ignore[attr-defined]
            return True
        if event.type() == QEvent.Type.KeyRelease:
            return False
        self._alive()
        return bool(event.modifiers() & _OF_DESKTOPS)  # type: ignore[attr-defined]

    def _alive(self) -> None:
        now = self._clock()
        if now - self._reported >= REPORT_SECONDS:
            self._reported = now
            self._report()

    def _show_cursor(self, *, shown: bool) -> None:
        """Over the whole program: a window forgets its own cursor when what lies below changes."""
        if shown == self._cursor_shown:
            return
        if shown:
            QGuiApplication.restoreOverrideCursor()
        else:
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
        self._cursor_shown = shown
