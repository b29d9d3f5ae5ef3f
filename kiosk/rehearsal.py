"""The rehearsal: every page of a bundle in every language, before any visitor sees it.

The real interface draws them out of sight in a process of its own (`kiosk rehearse`), which may
hang, crash or grow without harm: it has little priority, a cap on its memory, and ends with the
process that started it. This side only listens and puts into words what it hears. No Qt.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from kiosk.program import FOLDER
from kiosk.program import command as command_of_kiosk
from kiosk.said import joined, marked, packed, said, unpacked
from kiosk.store.rehearsed import Rehearsed

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 60.0
"""A child that says nothing for so long hangs. Pages come several a second; a busy stand leaves
little of the processor to it."""
PROBLEMS_MOST = 20
STEERING = ("QT_", "QML_", "QML2_", "QSG_")
_ALERT_SECONDS = 0.2
_LAST_WORDS = 4000
_MORE = marked("And {more} more of such kind.")

Progress = Callable[[int, int], None]
Lines = queue.SimpleQueue[str | None]
"""What the child says, line by line; None when it has ended."""


class RehearsalStoppedError(Exception):
    """The rehearsal was called off before its end."""


def rehearse(
    folder: Path,
    *,
    portrait: bool = False,
    progress: Progress | None = None,
    patience: float = PATIENCE_SECONDS,
    stop: threading.Event | None = None,
    program: Sequence[str] | None = None,
) -> list[str]:
    """What is wrong with a bundle on the screen, in words with page and language; [] when nothing.

    `progress` hears the number of the picture and how many there are; `stop` calls it off, which
    raises `RehearsalStoppedError`; `program` is the child's command without its arguments. Takes a
    quarter of a second per page and language: call it off the GUI thread.
    """
    shape = "1080x1920" if portrait else "1920x1080"
    command = [*(program or command_of_kiosk("rehearse")), str(folder.absolute()), "--size", shape]
    listener = _Listener(progress or (lambda _number, _total: None))
    with tempfile.TemporaryFile() as complaints:
        try:
            child = _start(command, complaints)
        except OSError as error:
            return [said("The rehearsal could not be started ({reason}).", reason=error.strerror)]
        lines: Lines = queue.SimpleQueue()
        reading = threading.Thread(target=_pass_on, args=(child.stdout, lines), daemon=True)
        reading.start()
        try:
            ended = _listen(lines, listener, patience, stop or threading.Event())
        finally:
            _end(child)
            reading.join()
        if not listener.done:
            _log_last_words(complaints, child.returncode)
            listener.add(_broken_off(patience, child.returncode, ended=ended))
    return listener.problems()


def passes(
    folder: Path,
    memory: Rehearsed,
    *,
    portrait: bool = False,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> list[str]:
    """Like `rehearse`, but what has passed before passes at once."""
    try:
        proof = memory.proof(folder, portrait=portrait)
    except OSError as error:
        return [said("The content cannot be read ({reason}).", reason=error.strerror)]
    if memory.holds(proof):
        return []
    problems = rehearse(folder, portrait=portrait, progress=progress, stop=stop)
    if not problems:
        memory.note(proof)
    return problems


def _start(command: list[str], complaints: IO[bytes]) -> subprocess.Popen[str]:
    kept = {k: v for k, v in os.environ.items() if not k.upper().startswith(STEERING)}
    return subprocess.Popen(
        command,
        cwd=FOLDER,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},  # else Qt warns
        stdin=subprocess.PIPE,  # never written to: it closes when this process ends
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        encoding="utf-8",
    )


def _listen(lines: Lines, listener: _Listener, patience: float, stop: threading.Event) -> bool:
    """Hear the child out; false when it fell silent and had to be given up."""
    heard = time.monotonic()
    while time.monotonic() - heard < patience:
        if stop.is_set():
            raise RehearsalStoppedError
        try:
            line = lines.get(timeout=_ALERT_SECONDS)
        except queue.Empty:
            continue
        if line is None:
            return True
        heard = time.monotonic()
        listener.hear(line)
    return False


def _pass_on(source: IO[str], lines: Lines) -> None:
    with source:
        for line in source:
            lines.put(line)
    lines.put(None)


def _end(child: subprocess.Popen[str]) -> None:
    """End the child if it still lives; its code is there afterwards."""
    if child.stdin is not None:
        child.stdin.close()  # it ends by itself when it can
    try:
        child.wait(timeout=2)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _broken_off(patience: float, code: int, *, ended: bool) -> str:
    if not ended:
        seconds = f"{patience:.0f}"
        return said("The picture did not come within {seconds} seconds.", seconds=seconds)
    return said("The program ended by itself while it was drawn (code {code}).", code=code)


def _log_last_words(complaints: IO[bytes], code: int) -> None:
    complaints.seek(0, os.SEEK_END)
    complaints.seek(max(0, complaints.tell() - _LAST_WORDS))
    words = complaints.read().decode(errors="replace").strip()
    log.warning("the rehearsal broke off with code %s", code)
    if words:
        log.info("its last words: %s", words)


class _Listener:
    """Collects what the child says, each problem with its place and language."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._found: dict[str, None] = {}
        self._where = ""
        self.done = False

    def hear(self, line: str) -> None:
        """Take one line of the child: what it goes to, a fault there, or that it is done."""
        try:
            word, *more = json.loads(line)
            if word == "at":
                number, total, place, language = more
                self._where = joined(unpacked(place), language, by=", ")
                self._progress(number, total)
            elif word == "fault":
                self.add(unpacked(more[0]))
            elif word == "done":
                self.done = True
        except (ValueError, TypeError, IndexError):
            log.warning("the rehearsal said something odd: %.200r", line)

    def add(self, words: str) -> None:
        """Note a problem of the present place."""
        self._found[joined(self._where, words, by=": ")] = None

    def problems(self) -> list[str]:
        """All problems, the first ones in full."""
        found = list(self._found)
        more = len(found) - PROBLEMS_MOST
        return found if more <= 0 else [*found[:PROBLEMS_MOST], said(_MORE, more=more)]


def message(word: str, *more: Any) -> str:
    """A line that the child writes and `rehearse` understands."""
    parts = (packed(each) if isinstance(each, str) else each for each in more)
    return json.dumps([word, *parts], ensure_ascii=True)
