"""Processes of this machine by number and birth, so that none is taken for another of its number.

Linux tells through /proc; elsewhere `psutil` does, which comes with the program there. Never
imports Qt.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from kiosk.guard.spawn import Child

LOOK_SECONDS = 0.05
_BIRTH = 19  # of the fields of /proc/PID/stat behind the name


def birth(pid: int) -> str:
    """When a process began, as the system counts; "" when it is not there or has ended."""
    if sys.platform != "linux":
        return _birth_elsewhere(pid)
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[_BIRTH]


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


def obey(child: Child, order: str) -> None:
    """Carry out an order of `kiosk.guard.watch`: "end", "abort" or "kill"."""
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
    """The note of which process is the screen, for a supervisor that comes after a killed one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def note(self, pid: int) -> None:
        """This is the screen now. A disk that refuses costs only this help."""
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(f"{pid} {birth(pid)}\n", encoding="ascii")

    def end(self, seconds: float) -> bool:
        """End the screen that a killed supervisor has left; whether there was one."""
        try:
            pid, _, born = self._file.read_text(encoding="ascii").strip().partition(" ")
            return pid.isdigit() and end(int(pid), born, seconds)
        except (OSError, ValueError):
            return False

    def forget(self) -> None:
        """There is no screen any more."""
        with contextlib.suppress(OSError):
            self._file.unlink()
