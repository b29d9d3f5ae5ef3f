"""Before and after: pictures of what another bundle changes, per page and language.

The real interface draws both bundles out of sight, in processes of their own (`kiosk tour`); what
comes out alike is not shown. No Qt.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from kiosk import program
from kiosk.content.differences import Change, Differences
from kiosk.rehearsal import STEERING, RehearsalStoppedError

PAGES_MOST = 12
"""Of more changed pages the first ones are drawn; all of them are named."""
SIZES = {False: "1920x1080", True: "1080x1920"}
GIVE_UP_SECONDS = 120.0
NICE = 10
"""The show goes on beside it."""
_LOOK_SECONDS = 0.1
_ATTRACT, _HOME = "attract", "home"

Progress = Callable[[int, int], None]
"""Pictures done, and pictures to do as far as is known."""


@dataclass(frozen=True)
class Pair:
    """A picture before and after; None where the page is not there."""

    name: str
    """Name of the picture: address of the page with hyphens, then the step."""
    language: str
    before: Path | None
    after: Path | None


@dataclass(frozen=True)
class Studio:
    """Where and how pictures are taken: an empty folder for them, the shape of the screen, who
    hears how far it is, and what calls it off.
    """

    room: Path
    portrait: bool = False
    progress: Progress = lambda _done, _total: None
    stop: Event = field(default_factory=Event)


def pairs(before: Path, after: Path, found: Differences, studio: Studio) -> list[Pair]:
    """Draw what differs between two bundles' folders.

    Raises `RehearsalStoppedError` when it is called off. A page that cannot be drawn has no
    picture.
    """
    changes = _drawn(found)
    size = SIZES[studio.portrait]
    sides = {
        "before": (before, _pages(changes, "added")),
        "after": (after, _pages(changes, "removed")),
    }
    running = [
        _start(folder, studio.room / side, size, pages)
        for side, (folder, pages) in sides.items()
        if pages
    ]
    try:
        _wait(running, studio, len(changes))
    finally:
        for child in running:
            if child.poll() is None:
                child.kill()
            child.wait()
    return _matched(*(_pictures(studio.room / side / size) for side in sides))


def _drawn(found: Differences) -> list[Change]:
    """The changes that pictures can show: pages, and the bundle as a whole."""
    drawn = [each for each in found.changes if each.is_page or not each.address]
    return drawn[:PAGES_MOST]


def _pages(changes: Sequence[Change], left_out: str) -> list[str]:
    """Addresses as `kiosk tour` takes them, without those that one of the bundles lacks."""
    wanted: list[str] = []
    for each in changes:
        if each.kind != left_out:
            wanted += [each.address] if each.address else [_ATTRACT, _HOME]
    return wanted


def _start(folder: Path, out: Path, size: str, pages: list[str]) -> subprocess.Popen[bytes]:
    shown = (str(folder.absolute()), "--out", str(out.absolute()), "--size", size)
    command = program.command("tour", *shown)
    for page in pages:
        command += ["--page", page]
    kept = {k: v for k, v in os.environ.items() if not k.upper().startswith(STEERING)}
    child = subprocess.Popen(
        command,
        cwd=program.FOLDER,
        env={**kept, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, child.pid, NICE)
    return child


def _wait(children: list[subprocess.Popen[bytes]], studio: Studio, changes: int) -> None:
    """Until all have ended, or nothing new has come for long."""
    heard, seen = time.monotonic(), -1
    while any(child.poll() is None for child in children):
        if studio.stop.wait(_LOOK_SECONDS):
            raise RehearsalStoppedError
        done = sum(1 for _ in studio.room.rglob("*.png"))
        if done != seen:
            heard, seen = time.monotonic(), done
            studio.progress(done, max(done + 1, 2 * changes))
        if time.monotonic() - heard > GIVE_UP_SECONDS:
            return


def _pictures(folder: Path) -> dict[Path, Path]:
    """The pictures of one side by language and name."""
    return {path.relative_to(folder): path for path in folder.rglob("*.png")}


def _matched(before: dict[Path, Path], after: dict[Path, Path]) -> list[Pair]:
    """Pictures of one name side by side; those that are alike to the byte are left out."""
    found: list[Pair] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old and new and old.read_bytes() == new.read_bytes():
            continue
        found.append(Pair(name.stem, name.parts[0], old, new))
    return found
