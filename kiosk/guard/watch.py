"""One screen from its start to its end, as a machine: what it says goes in, signals come out.

Whoever carries the orders out (`kiosk.guard.supervisor`) hands the clock in and says how the screen
ended. Never imports Qt.
"""

from __future__ import annotations

import signal

from kiosk.guard.exits import Exit
from kiosk.guard.heart import START_SECONDS, Beat, Judge, Limits, Message, Opening, Step
from kiosk.guard.memory import Upkeep
from kiosk.guard.spawn import DISPLAY_LOST, NO_DISPLAY, RESTART

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Order = Literal["", "end", "abort", "kill"]

END_SECONDS = 5.0
"""So long an orderly end may take."""
ABORT_SECONDS = 2.0
"""So long a hung screen has to write down where it hangs."""
SAID_BEFORE_END = frozenset({2, 3})
"""Exit codes of a screen that has said all there is to say: wrong options, no content."""
LARGEST_CODE = 0xFFFF
"""What is larger is no code of a program but what Windows says of a crash."""


class Watch:
    """What is known of a running screen. All times are monotonic seconds."""

    def __init__(self, now: float, start_seconds: float = START_SECONDS) -> None:
        self.judge = Judge(now, start_seconds)
        self.version = ""
        """What it said it would show; a change-over may have brought something else since."""
        self._started = now
        self._changed: tuple[str, float] = ("", now)
        self._upkeep = Upkeep(now)
        self._asked = ("", "")
        self._told: Order = ""
        self._told_at = 0.0

    @property
    def beat(self) -> Beat | None:
        """The last beat."""
        return self.judge.beat

    def hear(self, message: Message | None, now: float) -> None:
        """The screen has said something."""
        if isinstance(message, Beat):
            self.judge.hear(message, now)
            if message.version != self._changed[0]:
                self._changed = (message.version, now)
        elif isinstance(message, Limits):
            self._upkeep.limits = message
        elif isinstance(message, Opening | Step):
            self.judge.step(now)
            if isinstance(message, Opening):
                self.version = message.version

    def other_content_seconds(self, now: float) -> float:
        """For how long it has been well with content that came while it ran; 0 for none."""
        version, since = self._changed
        if version in ("", self.version):
            return 0.0
        return min(now - since, self.judge.well_seconds(now))

    def try_again(self) -> None:
        """It shall end once nobody is there: what was passed over is to be tried again."""
        self._upkeep.afresh = True

    def ask(self, kind: str, words: str) -> None:
        """It shall end in order; why is noted as its reason, unless there is one already."""
        if not self._asked[0]:
            self._asked = (kind, words)

    def order(self, now: float, minute: int) -> Order:
        """What has to be done to the process now; each order comes once.

        `minute` is the wall clock's time in minutes after midnight.
        """
        if self._told:
            patience = ABORT_SECONDS if self._told == "abort" else END_SECONDS
            late = now - self._told_at > patience
            return self._tell("kill", now) if late and self._told != "kill" else ""
        words = self.judge.trouble(now)
        if words:
            self._asked = ("hang", words)
            return self._tell("abort", now)
        if self.beat is not None and not self._asked[0]:
            self._asked = self._upkeep.due(self.beat, now, minute)
        return self._tell("end", now) if self._asked[0] else ""

    def _tell(self, order: Order, now: float) -> Order:
        self._told, self._told_at = order, now
        return order

    def end(self, code: int, now: float, at: str, rung: int) -> Exit:
        """What its end was; `code` as `subprocess` says it, negative for a signal."""
        kind, words = self._asked
        if not kind:
            kind, words = _meaning(code)
        page = self.beat.page if self.beat else ""
        version = (self.beat.version if self.beat else "") or self.version
        return Exit(kind, words, at, round(now - self._started, 1), page, version, rung)


def _meaning(code: int) -> tuple[str, str]:
    """Kind and words of an end that nobody here has asked for."""
    if code == 0:
        return "staff", "somebody ended it"
    if code == RESTART:
        return "restart", "staff started it anew"
    if code in {NO_DISPLAY, DISPLAY_LOST}:
        return "no display", "there was no display"
    if code in SAID_BEFORE_END:
        return "end", f"it ended with code {code}"
    if code > 0:
        shown = f"code {code}" if code <= LARGEST_CODE else f"Windows' code 0x{code:08X}"
        return "crash", f"it ended with {shown}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    return "crash", f"it was ended by the signal {name}"
