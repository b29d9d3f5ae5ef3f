"""Processes of this machine by number and birth, so that none is taken for another of its number.

Linux tells through /proc; elsewhere `psutil` does, which comes with the program there. Never
imports Qt.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from kiosk import durable
from kiosk.guard.spawn import Child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LOOK_SECONDS = 0.05
Process = tuple[int, str]
"""Number and birth."""
_NOTE_LIMIT = 1000
_BIRTH = 19  # of the fields of /proc/PID/stat behind the name
_log = logging.getLogger(__name__)


def birth(pid: int) -> str:
    """When a process began, as the system counts; "" when it is not there or has ended."""
    if sys.platform != "linux":
        return _birth_elsewhere(pid)
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[_BIRTH]


def waits_of(pid: int) -> str:
    """What each thread of a process waits for: its name, the state as `ps` shows it, where in the
    kernel it is. Tells a disk that halts from a lock or a busy loop; "" where nobody tells.
    """
    told: list[str] = []
    with contextlib.suppress(OSError):
        for thread in sorted(Path(f"/proc/{pid}/task").iterdir()):
            with contextlib.suppress(OSError):
                name, _, fields = (thread / "stat").read_text().partition("(")[2].rpartition(") ")
                told.append(f"{name} {fields[0]} {(thread / 'wchan').read_text()}")
    return ", ".join(told)


def end(pid: int, born: str, seconds: float) -> bool:
    """End a process that began then: gently, and after some seconds by force.

    True when there was one. Waits until it is gone.
    """
    if not born or birth(pid) != born:
        return False
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGTERM)
    waits = round(seconds / LOOK_SECONDS)
    for look in range(2 * waits):
        if birth(pid) != born:
            break
        if look == waits:
            with contextlib.suppress(OSError):
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        time.sleep(LOOK_SECONDS)
    return True


def end_left_over(ones: Iterable[Process], seconds: float) -> None:
    """End the screens that a killed supervisor has left, one after the other."""
    for pid, born in ones:
        if end(pid, born, seconds):
            _log.warning("A screen that was left over from before has been ended.")


def obey(child: Child, order: str) -> None:
    """Carry out an order of `kiosk.guard.watch`: "end", "abort" or "kill"."""
    if child.job is not None:
        child.job.end()
        return
    if sys.platform == "win32":
        end_family(child.pid, gently=order == "end")
        return
    number = {"end": signal.SIGTERM, "abort": signal.SIGABRT}.get(order, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.kill(child.pid, number)


def end_family(pid: int, *, gently: bool) -> None:
    """End a process and all that it has started, children last: Windows keeps no families."""
    import psutil

    try:
        top = psutil.Process(pid)
        family: list[Any] = [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for process in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate() if gently else process.kill()


def _birth_elsewhere(pid: int) -> str:
    import psutil

    try:
        process = psutil.Process(pid)
        running = process.status() != psutil.STATUS_ZOMBIE
        return repr(process.create_time()) if running else ""
    except psutil.Error:
        return ""


class LeftOver:
    """The note of which processes are screens, for a supervisor that comes after a killed one.

    A line for each: the screen that runs now, and those of earlier supervisors that still do.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def found(self) -> list[Process]:
        """The screens that run and are in the note."""
        try:
            with self._file.open("rb") as file:
                lines = file.read(_NOTE_LIMIT).decode("ascii").splitlines()
        except (OSError, ValueError):
            return []
        noted = (line.partition(" ") for line in lines)
        ones = [(int(pid), born) for pid, _, born in noted if pid.isdecimal() and born]
        return [(pid, born) for pid, born in ones if birth(pid) == born]

    def note(self, pid: int, others: Iterable[Process] = ()) -> None:
        """This is the screen now. A disk that refuses costs only this help."""
        ones = [(pid, birth(pid)), *(one for one in others if birth(one[0]) == one[1])]
        with contextlib.suppress(OSError):
            lines = (f"{number} {born}\n" for number, born in ones)
            durable.write_fleeting(self._file, "".join(lines).encode())

    def forget(self) -> None:
        """There is no screen any more."""
        with contextlib.suppress(OSError):
            self._file.unlink()
