"""The staff's PIN while it is typed: its digits, what is said about it, its check in a thread.

The session owns the one pad and tells it when the visit's mode changes; the pad never sees a state.
"""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.bridge.desk import StaffDesk

log = logging.getLogger(__name__)

PIN_DIGITS_MOST = 12


class PinPad(QObject):
    """Digits in; `accepted` or `refused` out."""

    accepted = Signal()
    refused = Signal()
    _checked = Signal(int, str)

    def __init__(self, desk: StaffDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pin = ""
        self._message = ""
        self._checking = False
        self._opening = 0
        self._checked.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def locked(self) -> bool:
        """Whether the desk takes no PIN for now."""
        return self._desk.locked_seconds() > 0

    def view(self, *, opened: bool) -> tuple[int, str, int, str]:
        """Digits typed, message, seconds of the lock-out, name of the stand."""
        if not opened:
            return 0, "", 0, self._desk.stand_name
        locked = self._desk.locked_seconds()
        message = "locked" if locked > 0 else self._message
        if not self._desk.has_pin():
            message = "unset"
        return len(self._pin), message, int(locked + 0.999), self._desk.stand_name

    def forget(self) -> None:
        """Begin anew; the answer to a check that still runs is not for this pad."""
        self._opening += 1
        self._pin = ""
        self._message = ""

    def add(self, digit: int) -> None:
        """Type a digit."""
        if 0 <= digit <= 9 and len(self._pin) < PIN_DIGITS_MOST:
            self._pin += str(digit)
            self._message = ""

    def erase(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]

    def submit(self) -> None:
        """Check the PIN in a thread of its own: the hash takes half a second on purpose."""
        if self._pin and not self._checking and self._desk.has_pin() and not self.locked:
            self._checking = True
            words = (self._pin, self._opening)
            threading.Thread(target=self._check, args=words, daemon=True).start()

    def _check(self, pin: str, opening: int) -> None:
        try:
            verdict = "right" if self._desk.accepts(pin) else "wrong"
        except Exception:
            log.exception("the PIN could not be checked")
            verdict = "failed"
        self._checked.emit(opening, verdict)

    @Slot(int, str)
    def _finish(self, opening: int, verdict: str) -> None:
        """Take the answer, unless the pad was closed (and perhaps opened again) meanwhile."""
        self._checking = False
        if opening != self._opening:
            return
        self._pin = ""
        if verdict == "right":
            self.accepted.emit()
        else:
            self._message = verdict
            self.refused.emit()
