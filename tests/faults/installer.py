"""`kiosk install` many times over, each in a process of its own that needs no start.

Each is a fork of the tests, which have loaded everything once. What it writes may be refused by a
faulty disk; what it says to people comes back.
"""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

from kiosk.__main__ import main
from kiosk.paths import HOME_VARIABLE
from tests.faults.faulty import FaultyDisk, failing

_REFUSED = 64
"""Added to the exit code of a process whose disk has refused something."""


class Outcome(NamedTuple):
    """How an installation ended: its exit code, its words, and whether the disk refused a write."""

    code: int
    words: str
    refused: bool


def install(
    home: Path,
    source: Path,
    disk: FaultyDisk | None = None,
    around: AbstractContextManager[object] | None = None,
) -> Outcome:
    """Install a bundle on the stand of this home, on this disk, inside this context."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _install(home, source, writing, disk, around or nullcontext())
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        words = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code & ~_REFUSED, words, bool(code & _REFUSED))


def _install(
    home: Path,
    source: Path,
    writing: int,
    disk: FaultyDisk | None,
    around: AbstractContextManager[object],
) -> None:
    """In the child, which never comes back."""
    code = 1
    try:
        os.environ[HOME_VARIABLE] = str(home)
        sys.stdout = sys.stderr = os.fdopen(writing, "w", encoding="utf-8")
        with around, failing(disk) if disk else nullcontext():
            code = main(["install", str(source)])
        if disk is not None and disk.refused:
            code |= _REFUSED
        sys.stderr.flush()
    finally:
        os._exit(code)
