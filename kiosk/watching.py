"""`kiosk run --watch`: what is saved in a folder is on the screen before one has looked up.

The page stays; a mistake is said in one line over it, and what was good stays on the screen. All
reading and checking is in a thread. Editors that save by another name, half-written files and
bursts of savings come to the same: the folder is looked at again until it rests. Made after the
first frame; Qt comes through the bridge.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path

from kiosk import icons
from kiosk.bridge.background import Background, Watch
from kiosk.changing import Prepared, Screen
from kiosk.content import report
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem
from kiosk.store import reader
from kiosk.store.inspect import ASSETS, check_folder

log = logging.getLogger(__name__)

QUIET_MILLISECONDS = 60
"""A burst of savings comes to rest first."""
UNFINISHED_SECONDS = 0.3
"""A mistake in a file that was touched within this time may be half of a saving."""
POLL_SECONDS = 1.0
"""The net below the watcher, which some file systems do not feed."""
FILES_MOST = 6000

Snapshot = tuple[tuple[str, int, int, int], ...]
"""Name, size, time and number of every file: differs whenever something was saved."""


@dataclass(frozen=True)
class Reading:
    """What a look at the folder has found: content to show, or words about what is wrong."""

    snapshot: Snapshot
    prepared: Prepared | None
    words: str


class Watching:
    """Follows one folder for as long as the kiosk runs."""

    def __init__(self, screen: Screen, content: Path) -> None:
        self._screen = screen
        self._folder = content.parent if content.name == reader.CONTENT else content
        self._seen: Snapshot | None = None
        self._busy = False
        self._again = False
        session = screen.show.session
        self._background = Background(session)
        self._soon = self._background.alarm(self._look)
        self._watch = Watch(session)
        self._watch.changed.connect(lambda: self._soon.start(QUIET_MILLISECONDS))
        self._background.every(POLL_SECONDS, self._look)
        self._look()

    def _look(self) -> None:
        """Read the folder in a thread, unless that is being done; then once more afterwards."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._background.run(self._read, self._finish, lambda: self._finish(None))

    def _read(self) -> Reading | None:
        """None when nothing was saved since the last time, or a saving is not finished yet."""
        snapshot = look_at(self._folder)
        if snapshot == self._seen:
            return None
        reader.forget_pictures()
        try:
            problems = check_folder(self._folder, icons=_icon_names(), coverage=Coverage())
            errors = [problem for problem in problems if problem.severity == "error"]
            words = describe(errors, problems) if errors else ""
            prepared = None if errors else self._screen.prepare(reader.load(self._folder))
        except ContentError as error:
            words, prepared = f"{error.code} · {error.words} {error.fix}", None
        if look_at(self._folder) != snapshot or (words and _is_fresh(snapshot)):
            return Reading((), None, "")
        return Reading(snapshot, prepared, words)

    def _finish(self, found: Reading | None) -> None:
        self._busy = False
        if found is not None and not found.snapshot:
            self._soon.start(round(UNFINISHED_SECONDS * 500))
        elif found is not None:
            first, self._seen = self._seen is None, found.snapshot
            self._apply(found, first=first)
            # The files themselves as well: a folder says nothing of what is written into them
            files = [self._folder / name for name, *_ in self._seen if name]
            self._watch.look_at([*_folders(self._folder), *files])
        if self._again:
            self._again = False
            self._soon.start(QUIET_MILLISECONDS)

    def _apply(self, found: Reading, *, first: bool) -> None:
        session = self._screen.show.session
        if found.words != session.property("notice"):
            session.say(found.words)
        if found.words:
            log.info("%s: %s", self._folder, found.words)
        prepared = found.prepared
        if prepared is None or (first and prepared.content == self._screen.content):
            return
        self._screen.bring(prepared, keep_place=True)
        log.info("the saved content is on the screen")


def look_at(folder: Path) -> Snapshot:
    """The files of a bundle as they lie there now."""
    found: list[tuple[str, int, int, int]] = []
    paths = [folder / reader.CONTENT]
    assets = folder / ASSETS
    paths += sorted(assets.rglob("*"))[:FILES_MOST] if assets.is_dir() else []
    for path in paths:
        try:
            facts = path.stat()
        except OSError:
            continue
        name = path.relative_to(folder).as_posix()
        found.append((name, facts.st_size, facts.st_mtime_ns, facts.st_ino))
    return tuple(found) or (("", 0, 0, 0),)


def describe(errors: list[Problem], problems: list[Problem]) -> str:
    """One line: how many, and the first of them with its place."""
    first = errors[0]
    at = f"{first.file}:{first.line}:{first.column}" if first.line else first.file
    words = " ".join(f"{first.words} {first.fix}".split())
    place = f" · {first.place}" if first.place else ""
    return f"{report.summary(problems)} · {first.code} {at}{place} · {words}"


def _is_fresh(snapshot: Snapshot) -> bool:
    """Whether something was saved a moment ago; a clock that is wrong counts as none."""
    newest = max(touched for _, _, touched, _ in snapshot) / 1e9
    return 0 <= time.time() - newest < UNFINISHED_SECONDS


def _folders(folder: Path) -> list[Path]:
    assets = folder / ASSETS
    inner = [path for path in assets.rglob("*") if path.is_dir()] if assets.is_dir() else []
    return [folder, assets, *inner]


def _icon_names() -> frozenset[str] | None:
    try:
        return frozenset(icons.glyphs())
    except icons.IconsMissingError:
        return None
