"""The heartbeat of the screen: what it says each second, and whether that is a sign of life.

The screen writes lines of JSON to a pipe that it has inherited. First which version of the content
it will show, before it shows it, so that a crash is laid at the right door; then how its start gets
on; after its first frame its limits; then a beat each second. A screen lives while its beats come,
and while the frames that it asks for are really drawn. Pure but for the pipe; never imports Qt.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import MutableMapping

from kiosk.guard.plain import made
from kiosk.guard.spawn import BEAT
from kiosk.record import asdict, dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FRESH_SECONDS = 5.0
"""A beat may be so old, and a frame so late, while the screen counts as alive."""
HUNG_SECONDS = 10.0
"""So long without a sign of life, and it is ended: the 5 s, and 5 more for a busy machine."""
START_SECONDS = 16.0
"""So long each step of a start may take: one that is slow and gets on does not hang. The last step
is what the first frame did not need, and ends with the second beat."""
LONG_START_SECONDS = 60.0
"""So long a start may take as a whole, and each step in the last form that can be tried: after it
there is nothing quicker to turn to."""
LINE_LIMIT = 4000
"""Bytes of a line: so much goes through a pipe in one piece."""


@dataclass(frozen=True)
class Beat:
    """What the screen says of itself each second.

    `drawn` is when the last frame was really drawn (system-wide monotonic seconds), None while
    nobody could see one; `owed` for how many seconds a frame has been asked for that has not come.
    `page` is the address of the page, else the name of the screen; `state`
    the mode of the visit; `rss` bytes of memory; `idle` whether no visitor is there.
    """

    drawn: float | None
    page: str = ""
    state: str = ""
    version: str = ""
    rss: int = 0
    idle: bool = False
    owed: float = 0.0


@dataclass(frozen=True)
class Opening:
    """Which version the screen is about to show: an id of the store, "factory" or "named"."""

    version: str


@dataclass(frozen=True)
class Step:
    """A part of the start is done."""


@dataclass(frozen=True)
class Limits:
    """Settings for the supervisor, which reads none: bytes of memory, and when to start anew.

    `night` is minutes after midnight, -1 for never.
    """

    memory: int
    night: int


Message = Beat | Opening | Step | Limits
_KINDS: dict[str, type[Beat | Opening | Step | Limits]] = {
    "beat": Beat,
    "opening": Opening,
    "step": Step,
    "limits": Limits,
}


def encode(message: Message) -> bytes:
    """A message as one line, cut to what a pipe takes in one piece."""
    words = asdict(message)
    for name, value in words.items():
        if isinstance(value, str):
            words[name] = value[:200]
    kind = next(name for name, record in _KINDS.items() if isinstance(message, record))
    return json.dumps({kind: words}).encode() + b"\n"


def decode(line: bytes) -> Message | None:
    """The message of a line, None for anything else: what a crashing program left is no news."""
    try:
        document: Any = json.loads(line)
        (kind, words), *_ = document.items()
        return made(_KINDS[kind], words)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


class Judge:
    """Whether one screen lives, from what it has said. All times are monotonic seconds."""

    def __init__(self, now: float, start_seconds: float = START_SECONDS) -> None:
        self._started = self._stepped = now
        self._start_seconds = start_seconds
        self._heard = self._told = now
        self._well_since: float | None = None
        self._patience = max(HUNG_SECONDS, start_seconds)
        self.beat: Beat | None = None

    def hear(self, beat: Beat, now: float) -> None:
        """The screen has told how it is."""
        if self.beat is not None:
            self._patience = HUNG_SECONDS
        self.beat, self._heard = beat, now
        if not self.alive(now):
            self._well_since = None
        elif self._well_since is None:
            self._well_since = now

    def step(self, now: float) -> None:
        """The start gets on."""
        if self.beat is None:
            self._stepped = self._heard = now

    def forgive(self, now: float) -> None:
        """It was the listener that slept: what came late or not at all says nothing."""
        self._started += now - self._heard
        self._stepped = self._heard = now
        if self.beat is not None:
            self.beat = replace(self.beat, owed=0.0)

    def alive(self, now: float) -> bool:
        """Whether there is a fresh beat, and no frame has been owed for long."""
        return self.beat is not None and self._silent(now) <= FRESH_SECONDS

    def well_seconds(self, now: float) -> float:
        """For how long it has lived without a gap."""
        if self._well_since is None or not self.alive(now):
            self._well_since = None
            return 0.0
        return now - self._well_since

    def well_for_more(self, seconds: float, now: float) -> bool:
        """Whether it has lived for so long without a gap since this was true the last time."""
        if min(self.well_seconds(now), now - self._told) < seconds:
            return False
        self._told = now
        return True

    def trouble(self, now: float) -> str:
        """Why it has to be ended, in words; "" while there is hope."""
        if self.beat is None:
            whole = now - self._started
            late = now - self._stepped > self._start_seconds or whole > LONG_START_SECONDS
            return f"no picture came within {whole:.0f} s" if late else ""
        if self._silent(now) <= self._patience:
            return ""
        if now - self._heard > FRESH_SECONDS:
            return f"it did not answer for {self._patience:.0f} s"
        return f"its picture stood still for {self._patience:.0f} s"

    def _silent(self, now: float) -> float:
        """Seconds since the screen last was where it should be."""
        assert self.beat is not None
        return now - self._heard + self.beat.owed


class Line:
    """The screen's end of the pipe."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        os.set_inheritable(descriptor, False)
        if sys.platform != "win32":
            os.set_blocking(descriptor, False)

    def say(self, message: Message) -> bool:
        """Tell the supervisor; false when it has gone. One that is only slow misses a beat."""
        try:
            os.write(self._descriptor, encode(message)[:LINE_LIMIT])
        except BlockingIOError:
            return True
        except OSError:
            return False
        return True


def line_from(environment: MutableMapping[str, str]) -> Line | None:
    """The pipe that a supervisor has handed on; None without one. No child inherits it."""
    number = environment.pop(BEAT, "")
    if not number.isdigit():
        return None
    try:
        if sys.platform == "win32":
            import msvcrt

            windows: Any = msvcrt
            return Line(windows.open_osfhandle(int(number), os.O_WRONLY))
        return Line(int(number))
    except OSError:
        return None


def now() -> float:
    """The clock of beats: monotonic, and the same in both processes."""
    return time.monotonic()
