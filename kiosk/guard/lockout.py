"""Pauses after wrong PINs that no plug, clock or broken file shortens. Never imports Qt.

Five wrong PINs in a row cost a pause of 1 minute, the next five 2, then 4 and so on to 60. The
pause counts down in running time: the clock handed in is monotonic, and what is left is written
to the disk as it runs down, so that switching the machine off only makes it longer.
"""

from __future__ import annotations

import logging
import math
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from kiosk import durable

ATTEMPTS = 5
FIRST_PAUSE_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 3600.0
SAVE_EVERY_SECONDS = 5.0
"""A pulled plug makes a running pause at most this much longer."""

_MOST_PAUSES = 7
"""Pauses counted: the seventh is the first of the longest ones."""

_FILE_LIMIT = 4096
_log = logging.getLogger(__name__)


class Verdict(Struct, frozen=True):
    """The answer to a typed PIN and, when it is "locked", the seconds left."""

    answer: Literal["right", "wrong", "locked"]
    seconds: int = 0


class _State(Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong PINs since the last pause, pauses since the last right PIN, seconds of pause left."""

    wrong: Annotated[int, Meta(ge=0, lt=ATTEMPTS)] = 0
    pauses: Annotated[int, Meta(ge=0, le=_MOST_PAUSES)] = 0
    left: Annotated[float, Meta(ge=0, le=LONGEST_PAUSE_SECONDS)] = 0.0


class _Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What the file holds: a state and the checksum that tells a whole file from a damaged one."""

    state: _State
    check: int


_DAMAGED = _State(0, 1, FIRST_PAUSE_SECONDS)


class Lockout:
    """The lock of the staff's door; all of it may be called in any thread.

    `seconds_left` and `due` never wait for the disk; `tick` and `attempt` do, so they are nothing
    for the thread of the window.
    """

    def __init__(self, file: Path, clock: Callable[[], float]) -> None:
        self._file = file
        self._clock = clock
        self._turn = threading.Lock()
        self._writing = threading.Lock()
        self._access = threading.Lock()  # never held while the disk works
        self._disk_refuses = False
        self._seen = clock()
        self._state = self._read()
        self._saved = self._state

    def seconds_left(self) -> int:
        """Whole seconds of pause left, 0 when PINs are accepted."""
        with self._access:
            self._run_down()
            return math.ceil(self._state.left)

    @property
    def due(self) -> bool:
        """Whether so much of a pause has run down since the last write that `tick` would write."""
        with self._access:
            passed = self._saved.left - self._state.left
            return passed >= SAVE_EVERY_SECONDS or (passed > 0 and not self._state.left)

    def tick(self) -> int:
        """As `seconds_left`, and writes what is due."""
        left = self.seconds_left()
        if self.due:
            self._save()
        return left

    def attempt(self, verify: Callable[[], bool]) -> Verdict:
        """Run one check of a PIN and count it; the count is on the disk before this returns.

        While a pause runs, `verify` is not called at all. One attempt at a time: a second one
        waits, so that nobody tries many PINs side by side. What `verify` raises passes through,
        and nothing is counted.
        """
        with self._turn:
            left = self.seconds_left()
            if left:
                return Verdict("locked", left)
            right = verify()
            with self._access:
                self._run_down()
                self._state = _State() if right else _after_wrong(self._state)
            kept = self._save()
            if right:
                return Verdict("right")
            with self._access:
                if not kept:
                    # What cannot be counted on the disk costs a pause at once.
                    pause = max(self._state.left, FIRST_PAUSE_SECONDS)
                    self._state = replace(self._state, left=pause)
                left = math.ceil(self._state.left)
            return Verdict("locked", left) if left else Verdict("wrong")

    def _run_down(self) -> None:
        """Take the time since the last look off the pause; a clock that goes back takes none."""
        now = self._clock()
        passed = max(0.0, now - self._seen)
        self._seen = now
        if self._state.left:
            self._state = replace(self._state, left=max(0.0, self._state.left - passed))

    def _save(self) -> bool:
        """Bring the state to the disk; false (and one word in the log) while the disk refuses.

        One writer at a time, and each writes what holds when its turn comes: nothing old ever
        lands on something new.
        """
        with self._writing:
            with self._access:
                state = self._state
            if state == self._saved:
                return True
            try:
                durable.write(self._file, _encode(state))
            except OSError as error:
                if not self._disk_refuses:
                    _log.warning("The PIN lock-out cannot be written (%s); check the disk.", error)
                self._disk_refuses = True
                return False
            self._disk_refuses = False
            with self._access:
                self._saved = state
            return True

    def _read(self) -> _State:
        """The state on the disk; anything but a whole one is a pause of one minute."""
        try:
            with self._file.open("rb") as file:
                return _decode(file.read(_FILE_LIMIT))
        except FileNotFoundError:
            return _State()
        except (OSError, msgspec.MsgspecError, RecursionError):
            _log.warning("The PIN lock-out file is damaged; PINs are refused for one minute.")
            return _DAMAGED


def _after_wrong(state: _State) -> _State:
    wrong = state.wrong + 1
    if wrong < ATTEMPTS:
        return replace(state, wrong=wrong)
    pause = min(FIRST_PAUSE_SECONDS * 2**state.pauses, LONGEST_PAUSE_SECONDS)
    return _State(0, min(state.pauses + 1, _MOST_PAUSES), pause)


def _checksum(state: _State) -> int:
    return zlib.crc32(msgspec.json.encode((state.wrong, state.pauses, state.left)))


def _encode(state: _State) -> bytes:
    state = replace(state, left=round(state.left, 1))
    return msgspec.json.encode(_Record(state, _checksum(state)))


def _decode(content: bytes) -> _State:
    """The state of a file; raises `msgspec.MsgspecError` for anything that is not whole."""
    record = msgspec.json.decode(content, type=_Record)
    if record.check != _checksum(record.state):
        raise msgspec.ValidationError("the checksum differs")
    return record.state
