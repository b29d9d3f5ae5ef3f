"""What the stand writes to a stick: the report of an update, and what staff carry home. No Qt.

A stick may be full, write-protected or pulled out at any moment: every error is words, and nothing
on the stand depends on what was written.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.said import said
from kiosk.sticks.places import Stick, plain_name

REPORT = "juosta-report.txt"
FOLDER = "juosta-export"
_NOT_IN_NAMES = re.compile(r'[\s:?*"<>|-]+')
"""What FAT, exFAT or Windows refuse, beside what `plain_name` takes away; and blanks."""


@dataclass(frozen=True)
class Written:
    """What came of writing: the name on the stick, or words why not."""

    name: str = ""
    words: str = ""


def report(stick: Stick, lines: list[str], when: datetime) -> Written:
    """Put the report of an update at the top of the stick; the newest replaces the one before."""
    head = f"Juosta, {when:%Y-%m-%d %H:%M}"
    text = "\n".join([head, "", *lines, ""])
    return _guarded(REPORT, lambda: _write(stick.folder / REPORT, text.encode()))


def export(
    stick: Stick, stand: str, files: Mapping[str, bytes], logs: Path, when: datetime
) -> Written:
    """Write files by their names, and the log files, into a new folder on the stick."""
    called = _NOT_IN_NAMES.sub("-", plain_name(stand)).strip("-.") or "stand"
    name = _free(stick.folder, f"{FOLDER}-{called}-{when:%Y%m%d-%H%M%S}")

    def write() -> None:
        folder = stick.folder / name
        folder.mkdir()
        try:
            for each, content in files.items():
                _write(folder / each, content)
            for log in sorted(logs.glob("*.log*")):
                if log.is_file() and not log.is_symlink():
                    _write(folder / log.name, log.read_bytes())
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    return _guarded(name, write)


def _free(folder: Path, name: str) -> str:
    """The name, with a number where there was an export in the same second."""
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(each for each in names if not (folder / each).exists())


def single(stick: Stick, name: str, content: bytes) -> Written:
    """Put one file at the top of the stick."""
    return _guarded(name, lambda: _write(stick.folder / name, content))


def _guarded(name: str, write: Callable[[], None]) -> Written:
    try:
        write()
    except OSError as error:
        return Written(words=unwritable(error))
    return Written(name)


def unwritable(error: OSError) -> str:
    """Words for a stick that refuses."""
    reason = error.strerror or str(error)
    return said("The stick could not be written ({reason}).", reason=reason)


def _write(path: Path, content: bytes) -> None:
    """A new file in place of an old one; a link there is not followed. On the stick when done."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)
