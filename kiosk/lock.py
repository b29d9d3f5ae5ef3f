"""A lock between processes that the operating system takes back when its holder dies. No Qt.

The file stays; only who holds it open and locked counts, so a stale lock cannot be.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

from kiosk import durable

_AGAIN_SECONDS = 0.05


class BusyError(OSError):
    """Somebody else holds the lock."""


class Hold:
    """Keeps a file from being removed by those who ask `held_by_others`, until it is closed."""

    def __init__(self, file: Path) -> None:
        """Never raises: what cannot be held is not held."""
        self._handle: int | None = None
        with contextlib.suppress(OSError):
            self._handle = os.open(file, os.O_RDONLY)
            _take(self._handle, wait=False, shared=True)

    def close(self) -> None:
        """Let it go; a process that ends does so too."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None


def held_by_others(file: Path) -> bool:
    """Whether anybody holds the file. Raises `OSError`.

    Windows lets nobody remove an open file, so there this need not be known.
    """
    handle = os.open(file, os.O_RDONLY)
    try:
        return not _take(handle, wait=False)
    finally:
        os.close(handle)


class FileLock:
    """A lock on a file. The thread that holds it may take it again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._owner: int | None = None

    @contextlib.contextmanager
    def held(self, *, wait: bool, seconds: float = 0.0) -> Generator[None]:
        """Hold the lock; raises `BusyError` when others do, and `OSError`.

        It may wait for them: as long as it takes (`wait`), or so many seconds.
        """
        me = threading.get_ident()
        if self._owner == me:
            yield
            return
        handle = self._open()
        try:
            if not _take(handle, wait=wait) and not _taken_within(handle, seconds):
                raise BusyError
            self._owner = me
            try:
                yield
            finally:
                self._owner = None
        finally:
            os.close(handle)  # gives the lock back

    def _open(self) -> int:
        durable.make_folder(self._file.parent)
        new = not self._file.exists()
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if new:
            durable.hand_over(self._file, self._file.parent)
        return handle


def _taken_within(handle: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(_AGAIN_SECONDS)
        if _take(handle, wait=False):
            return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, wait: bool, shared: bool = False) -> bool:
        """Lock the first byte; "waiting" tries for ten seconds, which is what Windows offers."""
        if shared:
            return True
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int, *, wait: bool, shared: bool = False) -> bool:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
