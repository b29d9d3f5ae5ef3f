"""A disk that refuses: the n-th writing call raises, once or from then on.

Writes are done by half before they fail, as a full disk does it.
"""

from __future__ import annotations

import errno
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
WRITING_MODES = set("wax+")
CALLS = ("open", "fdopen", "fsync", "rename", "replace", "mkdir", "unlink", "rmdir")
FREEING = {"unlink", "rmdir"}
"""What a full disk still does."""


class FaultyDisk:
    """Counts the writing calls, and refuses the one with number `at` (and later ones)."""

    def __init__(self, number: int, at: int, *, forever: bool) -> None:
        self.count = 0
        self._error = number
        self._at = at
        self._forever = forever
        self._turn = threading.Lock()

    @property
    def refused(self) -> bool:
        """Whether a call was refused."""
        return self.count > self._at

    def pass_by(self, call: str) -> None:
        """A call is about to be made; raises `OSError` if it is refused."""
        if call in FREEING and self._error == errno.ENOSPC:
            return
        with self._turn:  # threads may write side by side
            number, self.count = self.count, self.count + 1
        if number == self._at or (self._forever and number > self._at):
            raise OSError(self._error, os.strerror(self._error))

    def write(self, content: bytes | memoryview, original: Callable[[Any], int]) -> int:
        """Write, or write half and refuse."""
        try:
            self.pass_by("write")
        except OSError:
            original(content[: len(content) // 2])
            raise
        return original(content)


@contextmanager
def failing(disk: FaultyDisk) -> Iterator[FaultyDisk]:
    """Put the faulty disk in the place of the real one."""
    originals = {name: getattr(os, name) for name in CALLS}
    io_open = io.open
    for name, original in originals.items():
        setattr(os, name, _refusing(disk, name, original))
    os.open = _opening(disk, originals["open"])

    def opened(handle: int, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        file = originals["fdopen"](handle, mode, *arguments, **options)
        return _HalfFile(file, disk) if set(mode) & WRITING_MODES else file

    def opening(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not set(mode) & WRITING_MODES:
            return io_open(file, mode, *arguments, **options)
        disk.pass_by("open")
        return _HalfFile(io_open(file, mode, *arguments, **options), disk)

    os.fdopen = opened
    io.open = opening  # what `Path.open` and `Path.write_bytes` call
    try:
        yield disk
    finally:
        io.open = io_open
        for name, function in originals.items():
            setattr(os, name, function)


def _refusing(disk: FaultyDisk, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        disk.pass_by(name)
        return original(*arguments, **options)

    return call


def _opening(disk: FaultyDisk, original: Callable[..., int]) -> Callable[..., int]:
    def call(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & WRITING:
            disk.pass_by("open")
        return original(path, flags, *arguments, **options)

    return call


@contextmanager
def unreadable(folder: Path, number: int) -> Iterator[None]:
    """What lies in this folder, and the folder itself, cannot be looked at."""
    true = os.stat

    def stat(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
        if isinstance(path, str | Path) and Path(path).is_relative_to(folder):
            raise OSError(number, os.strerror(number))
        return true(path, *arguments, **options)

    os.stat = stat
    try:
        yield
    finally:
        os.stat = true


class _HalfFile:
    """A file whose writes may end half-way."""

    def __init__(self, file: Any, disk: FaultyDisk) -> None:
        self._file = file
        self._disk = disk

    def __enter__(self) -> _HalfFile:
        self._file.__enter__()
        return self

    def __exit__(self, *reason: Any) -> None:
        self._file.__exit__(*reason)

    def write(self, content: bytes | memoryview) -> int:
        return self._disk.write(content, self._file.write)

    def flush(self) -> None:
        self._file.flush()
