"""Changing over to other content in the running kiosk: frames that are late, and memory.

`python -m bench.changeover [--changes 200] [--backend software]` drives the real window in this
process, prepares content in a thread and brings it at the end of a scene, as the kiosk does. A
change-over is filmed beside the turn of the attract loop to the same scene; both fade one picture
into another, with a small square that never rests, so that a frame is always due. Fails on more
than three frames lost beyond the turn's, on a slope of memory that is more than two standard
errors over 1 MB per 100 change-overs, or on one QObject more.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import itertools
import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from bench.live import Live, moving, on_frames, wait
from bench.pages import slope_of
from bench.stand import BACKENDS, MEGABYTE, on_each_backend, say

LIMIT_FRAMES = 3
LIMIT_SLOPE = 1.0
FILMS = 10
FILM_SECONDS = 3.0
WARM_UP = 100
"""Until every cloth has been painted in the two contents, and what Qt keeps is full."""
CHANGES = 200
SAMPLES = 20
REST_SECONDS = 1.0
"""Between two films: both fades have ended long before."""
RETIRING_MILLISECONDS = 2000
"""So long the soak keeps what the content before had made, instead of five seconds: no fade lasts
longer, and each of the samples has to wait for it."""
RETIRED_SECONDS = 2.5
"""After so long nothing of it is kept any more."""


def main() -> int:
    """Measure each backend in a process of its own; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=CHANGES)
    parser.add_argument("--backend", choices=BACKENDS)
    options = parser.parse_args()
    if options.backend:
        # as the kiosk ends, not waiting for the thread that draws
        os._exit(drive(options.backend, options.changes))
    return on_each_backend("bench.changeover", "--changes", str(options.changes))


class Changer:
    """The real window on its attract loop, and two bundles that take turns."""

    def __init__(self, backend: str, folder: Path) -> None:
        from kiosk import app
        from kiosk.bridge.background import Background
        from kiosk.changing import Prepared, Screen
        from kiosk.paths import under
        from kiosk.store import reader

        self.live = Live(backend, folder, (1920, 1080))
        show = app.Show(self.live.shell, self.live.session, self.live.desk)
        self._screen = Screen(show, self.live.content, under(folder))
        self._background = Background(self.live.session)
        self._folders = (app.default_content(), other(folder / "other"))
        self._load = reader.load
        self._prepared: list[Prepared] = []
        self._count = 0

    def change(self) -> None:
        """Prepare the other content, and bring it as at the end of a scene."""
        self._count += 1
        wanted = self._folders[self._count % 2]
        self._background.run(
            lambda: self._screen.prepare(self._load(wanted)), self._prepared.append
        )
        while not self._prepared:
            self.live.pump(0.01)
        self._screen.bring(self._prepared.pop())

    def to_last_scene(self) -> None:
        """Go on to the scene before the one that a change-over begins with: they cost what they
        show, so the turn that is filmed has to lead to the same one."""
        for _ in self.live.content.bundle.attract[1:]:
            self.turn()
            wait(FILM_SECONDS)

    def turn(self) -> None:
        """Let the attract loop come to its next scene."""
        attract = next(item for item in self.live.items() if _is(item, "AttractScreen"))
        attract.metaObject().invokeMethod(attract, "turn")

    def objects(self) -> int:
        """How many objects there are when the old content is gone."""
        from PySide6.QtCore import QObject
        from PySide6.QtQuick import QQuickItem

        self.live.pump(RETIRED_SECONDS)
        gc.collect()
        self.live.shell.engine.collectGarbage()
        self.live.pump(0.2)
        items = self.live.window.contentItem().findChildren(QQuickItem)
        return len(self.live.shell.app.findChildren(QObject)) + len(items)


def _is(item: Any, kind: str) -> bool:
    return item.metaObject().className().startswith(kind)


def other(folder: Path) -> Path:
    """The default content under another title, its sections the other way round."""
    from kiosk import app
    from kiosk.store.reader import read_content

    default = app.default_content()
    folder.mkdir()
    (folder / "assets").symlink_to(default / "assets")
    data: dict[str, Any] = json.loads(read_content(default))
    data["title"] = {tag: f"{words} 2" for tag, words in data["title"].items()}
    data["sections"].reverse()
    data["attract"].reverse()
    (folder / "content.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def drive(backend: str, changes: int) -> int:
    """Film change-overs, then make many and watch memory and objects."""
    with tempfile.TemporaryDirectory() as folder:
        changer = Changer(backend, Path(folder))
        wait(4)
        missed = film(changer, backend)
        missed |= soak(changer, backend, changes)
    return int(missed)


def film(changer: Changer, backend: str) -> bool:
    """Frames lost in change-overs and in turns of the loop, in alternation."""
    mover = moving(changer.live.shell.engine, changer.live.window)
    moments: list[float] = []
    on_frames(changer.live.window, lambda: moments.append(time.monotonic()))
    gaps: dict[str, list[list[float]]] = {"turn": [], "change-over": []}
    wait(1)
    for _ in range(FILMS):
        for name, begin in (("turn", changer.turn), ("change-over", changer.change)):
            if name == "turn":
                changer.to_last_scene()
            moments.clear()
            begin()
            wait(FILM_SECONDS)
            gaps[name].append([b - a for a, b in itertools.pairwise(list(moments))])
            wait(REST_SECONDS)
    mover.deleteLater()
    period = statistics.median(gap for take in gaps["turn"] for gap in take)
    lost = {name: [dropped(take, period) for take in takes] for name, takes in gaps.items()}
    middle = {name: statistics.median(takes) for name, takes in lost.items()}
    more = middle["change-over"] - middle["turn"]
    longest = {name: 1000 * max(max(take) for take in takes) for name, takes in gaps.items()}
    for name, takes in lost.items():
        words = f"{backend}: {name}, frames lost in {FILM_SECONDS:.0f} s: {sorted(takes)}"
        say(f"{words}, longest gap {longest[name]:.0f} ms")
    met = more <= LIMIT_FRAMES
    say(f"  lost beyond a turn: {more:+.1f} (limit {LIMIT_FRAMES}) {'ok' if met else 'TOO MANY'}")
    return not met


def dropped(gaps: list[float], period: float) -> int:
    """Frames that were due and did not come."""
    return sum(max(0, round(gap / period) - 1) for gap in gaps)


def soak(changer: Changer, backend: str, changes: int) -> bool:
    """Memory and objects over many change-overs."""
    from kiosk.bridge import presenter

    presenter.RETIRING_MILLISECONDS = RETIRING_MILLISECONDS
    process = psutil.Process()
    library = ctypes.CDLL("libc.so.6")
    points: list[tuple[int, float]] = []
    for _ in range(WARM_UP):
        changer.change()
        changer.live.pump(0.2)
    objects: list[int] = []
    for number in range(changes):
        changer.change()
        changer.live.pump(0.2)
        if (number + 1) % max(2, changes // SAMPLES) == 0:
            objects.append(changer.objects())
            library.malloc_trim(0)
            points.append((number, process.memory_full_info().uss / MEGABYTE))
    # the scenes of the loop have more and fewer: halves are compared by their least
    before, after = min(objects[: len(objects) // 2]), min(objects[len(objects) // 2 :])
    slope, error = (100 * value for value in slope_of(points))
    met = slope - 2 * error < LIMIT_SLOPE and after <= before
    say(
        f"{backend}: {changes} change-overs, {points[-1][1]:.0f} MB, {slope:+.2f} ± {error:.2f} MB "
        f"per 100 (limit {LIMIT_SLOPE:.0f} MB), objects {before} -> {after} "
        f"{'ok' if met else 'TOO MUCH'}"
    )
    return not met


if __name__ == "__main__":
    raise SystemExit(main())
