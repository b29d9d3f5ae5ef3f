"""Memory and objects over many page changes, with fast taps during the transitions.

`python -m bench.pages [--changes 2000] [--backend software]` drives the real window in this
process; fails on a slope over 1 MB per 10 000 page changes or on one QObject more.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from pathlib import Path

import psutil

from bench.stand import BACKENDS, on_each_backend, say

LIMIT_SLOPE = 1.0
DEFERRED_DELETE = 52
MEGABYTE = 1024 * 1024
WARM_UP = 600
SAMPLES = 20


def main() -> int:
    """Measure each backend in a process of its own; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=2000)
    parser.add_argument("--backend", choices=BACKENDS)
    options = parser.parse_args()
    if options.backend:
        return drive(options.backend, options.changes)
    return on_each_backend("bench.pages", "--changes", str(options.changes))


class Walk:
    """The real window, and somebody who changes pages in it without end."""

    def __init__(self, backend: str, folder: Path) -> None:
        from msgspec.structs import replace

        from kiosk import app
        from kiosk.bridge.shell import Look, Shell
        from kiosk.settings import Settings
        from kiosk.store import reader

        self.content = reader.load(app.default_content())
        self.shell = Shell("software" if backend == "software" else "gpu")
        self.shell.finish_start()
        rules = replace(app.rules_for(self.content.bundle, Settings()), settle_seconds=0)
        lockout = folder / "lockout.json"
        self.session = app.assemble(self.content, Settings(), rules, self.shell, lockout).session
        look = Look(window=(1920, 1080), closable=True)
        self.window = self.shell.show(self.session, look, time.monotonic)
        self.session.begin()
        self.session.openSection(self.content.bundle.sections[0].id)

    def turn(self, number: int) -> None:
        """Go to the next page; every third one is left the time to come to rest."""
        if self.session.property("screen") == "page":
            self.session.next()
        else:
            self.session.openStory(*_story(self.content, number))
        self._run(0.03 if number % 3 else 0.12)

    def objects(self) -> int:
        """How many objects there are when the walk is back home."""
        from PySide6.QtCore import QObject
        from PySide6.QtQuick import QQuickItem

        self.session.home()
        self._run(2)
        gc.collect()
        self.shell.engine.collectGarbage()
        items = self.window.contentItem().findChildren(QQuickItem)
        return len(self.window.findChildren(QObject)) + len(items)

    def _run(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.shell.app.processEvents()
            self.shell.app.sendPostedEvents(None, DEFERRED_DELETE)


def drive(backend: str, changes: int) -> int:
    """Change pages in the real window and watch memory and objects."""
    process = psutil.Process()
    points: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(backend, Path(folder))
        for number in range(WARM_UP):
            walk.turn(number)
        before = walk.objects()
        for number in range(changes):
            walk.turn(number)
            if number % max(1, changes // SAMPLES) == 0:
                gc.collect()
                points.append((number, process.memory_full_info().uss / MEGABYTE))
        after = walk.objects()
        walk.shell.close()
    slope = 10_000 * _slope(points)
    met = slope < LIMIT_SLOPE and after <= before
    say(
        f"{backend}: {changes} page changes, {slope:+.2f} MB per 10 000 (limit {LIMIT_SLOPE} MB), "
        f"objects on home {before} -> {after} {'ok' if met else 'TOO MUCH'}"
    )
    return int(not met)


def _story(content: object, number: int) -> tuple[str, str]:
    sections = content.bundle.sections  # type: ignore[attr-defined]
    section = sections[number % len(sections)]
    return section.id, section.stories[number % len(section.stories)].id


def _slope(points: list[tuple[int, float]]) -> float:
    """Least-squares slope in MB per page change."""
    n = len(points)
    mean_x = sum(x for x, _ in points) / n
    mean_y = sum(y for _, y in points) / n
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return above / sum((x - mean_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    raise SystemExit(main())
