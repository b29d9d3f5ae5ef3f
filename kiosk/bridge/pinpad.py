"""The staff's PIN while it is typed: its digits, what is said about it, its check in a thread.

The session owns the one pad and tells it when the visit's mode changes; the pad never sees a state.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.desk import StaffDesk
from kiosk.bridge.viewtable import PadView
from kiosk.said import said

log = logging.getLogger(__name__)

PIN_DIGITS_MOST = 12
FAILED = said("That did not work; the log says why.")


_OF_A_RESET = ("nostick", "refused", "saved")
"""What is said about a reset stick stands also while the pad is locked."""


class PinPad(Acquainted):
    """Digits in; `accepted` or `refused` out.

    With a reset stick (`forgot`) the digits are a new PIN instead, typed twice. It opens nothing by
    itself: whoever has set it types it like everybody else, after any pause that still runs.
    """

    accepted = Signal()
    refused = Signal()
    _checked = Signal(int, str)
    _looked = Signal(int, object)
    _kept = Signal(int, object)

    def __init__(self, desk: StaffDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pin = ""
        self._message = ""
        self._checking = False
        self._opening = 0
        self._words = ""
        self._choosing = False
        self._chosen = ""
        # Said in threads, so Qt hands them over; to name that way would cost the start its time
        self._looked.connect(self._begin_choice)
        self._kept.connect(self._end_choice)
        self._checked.connect(self._finish)

    @property
    def locked(self) -> bool:
        """Whether the desk takes no PIN for now."""
        return self._desk.locked_seconds() > 0

    def view(self, *, opened: bool) -> PadView:
        """What is seen of the pad; nothing of it while it is closed."""
        if not opened:
            return PadView(stand_name=self._desk.stand_name)
        locked = self._desk.locked_seconds()
        message = self._message
        if not self._choosing and message not in _OF_A_RESET:
            message = "locked" if locked > 0 else message
            message = message if self._desk.has_pin() else "unset"
        left = int(locked + 0.999)
        return PadView(len(self._pin), message, left, self._desk.stand_name, self._words)

    def forget(self) -> None:
        """Begin anew; the answer to a check that still runs is not for this pad."""
        self._opening += 1
        self._pin = ""
        self._message = ""
        self._words = ""
        self._choosing = False
        self._chosen = ""

    def add(self, digit: int) -> None:
        """Type a digit."""
        if 0 <= digit <= 9 and len(self._pin) < PIN_DIGITS_MOST:
            self._pin += str(digit)
            if not self._choosing:
                self._message = ""

    def erase(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]

    def submit(self) -> None:
        """Check the PIN in a thread of its own: the hash takes half a second on purpose."""
        if self._choosing:
            self._submit_choice()
        elif self._pin and not self._checking and self._desk.has_pin() and not self.locked:
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

    # --- a forgotten PIN ---------------------------------------------------------------------

    def forgot(self) -> None:
        """Look for a reset stick, in a thread: a stick may be slow."""
        if self._desk.reset is not None and not self._checking and not self._choosing:
            self._checking = True
            self._start(self._looked, self._desk.reset.look)

    def _submit_choice(self) -> None:
        """Take the new PIN, first once, then once more; the second one is kept."""
        if not self._pin or self._checking or self._desk.reset is None:
            return
        pin, self._pin, self._words = self._pin, "", ""
        if not self._chosen:
            self._chosen, self._message = pin, "again"
        elif pin != self._chosen:
            self._chosen, self._message = "", "differ"
        else:
            self._checking = True
            reset = self._desk.reset
            self._start(self._kept, lambda: reset.keep(pin))

    def _start(self, answer: SignalInstance, work: Callable[[], str]) -> None:
        opening = self._opening

        def run() -> None:
            try:
                words = work()
            except Exception:
                log.exception("the PIN could not be reset")
                words = FAILED
            answer.emit(opening, words)

        threading.Thread(target=run, daemon=True).start()

    @Slot(int, object)
    def _begin_choice(self, opening: int, words: str) -> None:
        """A good stick makes the pad one for a new PIN."""
        self._checking = False
        if opening != self._opening:
            return
        from kiosk.staffrecords import NO_STICK  # not before the first frame

        self._pin = self._chosen = ""
        self._choosing = words == ""
        self._words = "" if words == NO_STICK else words
        self._message = "choose" if not words else "nostick" if words == NO_STICK else "refused"
        self.refused.emit()

    @Slot(int, object)
    def _end_choice(self, opening: int, words: str) -> None:
        """The new PIN is kept, or it is said why not."""
        self._checking = False
        if opening != self._opening:
            return
        self._chosen = ""
        self._choosing = words != ""
        self._words = words
        self._message = "weak" if words else "saved"
        self.refused.emit()
