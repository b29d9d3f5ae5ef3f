"""Changing over to other content in the running kiosk: frames that are lost, and memory.

`python -m bench.changeover [--changes 200] [--backend software]` drives the real window in this
process, prepares content in a thread and brings it at the end of a scene, as the kiosk does. Each
change-over is filmed, and right after it the turn of the attract loop that fades the same scene
into the same other one; a small square never rests, so that a frame is always due. What a
change-over loses is what its film has fewer frames than that of the turn; the film lasts until
long after the content before has been freed. A scene is as fast as what it draws, so no frame is
held against those of another scene; and the clock of the loop stands meanwhile, because a turn of
its own would end a film in other scenes than it began with. The program waits in Qt's event loop
for the content, like the kiosk: one that asks for it without a pause takes a core, and the
interpreter's lock, from what is measured. OpenGL, where it is a program, draws a quarter of the
screen: for a whole one it takes longer than a frame has, and which ones it loses then is chance.
Fails when the frames lost (the median of all pairs) are more than two standard errors over three,
on a slope of memory that is as much over 1 MB per 100 change-overs, or on one QObject more.
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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.growth import slope_of
from bench.live import Live, moving, on_frames, wait
from bench.stand import BACKENDS, on_each_backend, own_memory, say

SIZES = {"software": (1920, 1080), "gpu": (960, 540)}
"""Of the window in px."""
LIMIT_FRAMES = 3
LIMIT_SLOPE = 1.0
FILMS = 12
"""Pairs of films, half of them from each content to the other."""
LEAD_SECONDS = 0.5
"""Of a film, before the scene ends: the content is prepared then."""
FILM_SECONDS = 4.0
"""A fade takes two seconds; then the content before is freed."""
FADE_SECONDS = 2.5
"""After a turn, until the next one."""
REST_SECONDS = 1.0
"""Between two films."""
WARM_UP = 100
"""Until every cloth has been painted in the two contents, and what Qt keeps is full."""
CHANGES = 200
SAMPLES = 20
RETIRING_MILLISECONDS = 2000
"""So long what the content before had made is kept, instead of five seconds: no fade lasts longer,
and every film and every sample has to wait for it."""
RETIRED_SECONDS = 2.5
"""After so long nothing of it is kept any more."""


def main() -> int:
    """Measure each backend in a process of its own; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=CHANGES, help="of the soak; 0: films only")
    parser.add_argument("--backend", choices=BACKENDS)
    options = parser.parse_args()
    if options.backend:
        # as the kiosk ends, not waiting for the thread that draws
        os._exit(drive(options.backend, options.changes))
    return on_each_backend("bench.changeover", "--changes", str(options.changes))


class Changer:
    """The real window on its attract loop, and two bundles that take turns."""

    def __init__(self, backend: str, folder: Path) -> None:
        from kiosk import app, factory
        from kiosk.bridge.background import Background
        from kiosk.changing import Prepared, Screen
        from kiosk.paths import under
        from kiosk.store import reader

        self.live = Live(backend, folder, SIZES[backend])
        show = app.Show(self.live.shell, self.live.session, self.live.desk)
        self._screen = Screen(show, self.live.content, under(folder))
        self._background = Background(self.live.session)
        self._folders = (factory.default_content(), other(folder / "other"))
        self._load = reader.load
        self._prepared: list[Prepared] = []
        self._count = 0
        self.live.session.sceneEnded.connect(self._scene_ended)

    def prepare(self) -> None:
        """Begin to prepare the other content in a thread."""
        self._count += 1
        wanted = self._folders[self._count % 2]
        self._background.run(
            lambda: self._screen.prepare(self._load(wanted)), self._prepared.append
        )

    def change(self) -> None:
        """Prepare the other content, and let it come at the end of the scene."""
        self.prepare()
        self.change_over()

    def change_over(self) -> None:
        """Bring what is being prepared."""
        while not self._prepared:
            wait(0.01)
        self.turn()

    def _scene_ended(self) -> None:
        if self._prepared:
            self._screen.bring(self._prepared.pop())

    def to_last_scene(self) -> None:
        """Go on to the scene that was there before this content: the other has its scenes the
        other way round, so that the next turn is the change-over once more."""
        for _ in self.live.content.bundle.attract[1:]:
            self.turn()
            wait(FADE_SECONDS)

    def hold_loop(self, held: bool) -> None:
        """Let the clocks of the attract loop stand, or go on."""
        for part in self._attract().children():
            if part.inherits("QQmlTimer") and part.property("repeat"):
                part.setProperty("running", not held)

    def turn(self) -> None:
        """Let a scene of the attract loop end."""
        attract = self._attract()
        attract.metaObject().invokeMethod(attract, "turn")

    def _attract(self) -> Any:
        return next(item for item in self.live.items() if _is(item, "AttractScreen"))

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
    from kiosk import factory
    from kiosk.store.reader import read_content

    default = factory.default_content()
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
    from kiosk.bridge import presenter

    presenter.RETIRING_MILLISECONDS = RETIRING_MILLISECONDS
    with tempfile.TemporaryDirectory() as folder:
        changer = Changer(backend, Path(folder))
        wait(4)
        missed = film(changer, backend)
        if changes:
            missed |= soak(changer, backend, changes)
    return int(missed)


@dataclass
class Film:
    """What a scene's end looked like."""

    gaps: list[float]
    """Seconds from frame to frame."""
    work: float
    """Milliseconds of the processor's time that the end of the scene itself took, on the thread
    that makes everything: on a busy machine it says more than frames do."""


def film(changer: Changer, backend: str) -> bool:
    """Frames that change-overs have fewer than the turns to the same scene."""
    camera = Camera(changer)
    changer.hold_loop(held=True)
    wait(1)
    changes: list[Film] = []
    turns: list[Film] = []
    for _ in range(1 + FILMS):
        changes.append(camera.film(changer.prepare, changer.change_over))
        changer.to_last_scene()
        turns.append(camera.film(lambda: None, changer.turn))
    del changes[0], turns[0]  # the display does not pace all frames of the first pair
    camera.end()
    changer.hold_loop(held=False)
    for name, films in (("change-over", changes), ("turn", turns)):
        shown = [len(one.gaps) for one in films]
        longest = statistics.median(1000 * max(one.gaps) for one in films)
        work = statistics.median(one.work for one in films)
        say(f"{backend}: {name}, frames in {FILM_SECONDS:.1f} s: {shown}")
        say(f"  longest gap {longest:.0f} ms, work at the scene's end {work:.1f} ms (medians)")
    lost = [len(turn.gaps) - len(change.gaps) for change, turn in zip(changes, turns, strict=True)]
    middle = statistics.median(lost)
    error = statistics.stdev(lost) / len(lost) ** 0.5
    met = middle - 2 * error <= LIMIT_FRAMES
    words = f"  lost beyond a turn: {lost}, median {middle:+.1f} ± {error:.1f}"
    say(f"{words} (limit {LIMIT_FRAMES}) {'ok' if met else 'TOO MANY'}")
    return not met


class Camera:
    """Notes every frame that has been handed to the display while a film lasts."""

    def __init__(self, changer: Changer) -> None:
        self._moments: list[float] = []
        self._mover = moving(changer.live.shell.engine, changer.live.window)
        on_frames(changer.live.window, lambda: self._moments.append(time.monotonic()))

    def film(self, lead: Callable[[], None], scene_ends: Callable[[], None]) -> Film:
        """A film, after a rest; `lead` is called at its beginning."""
        wait(REST_SECONDS)
        self._moments.clear()
        until = time.monotonic() + FILM_SECONDS
        lead()
        wait(LEAD_SECONDS)
        begun = time.thread_time()
        scene_ends()
        work = 1000 * (time.thread_time() - begun)
        wait(max(0.0, until - time.monotonic()))
        moments = [moment for moment in list(self._moments) if moment <= until]
        return Film([b - a for a, b in itertools.pairwise(moments)], work)

    def end(self) -> None:
        """Let nothing move any more for it."""
        self._mover.deleteLater()


def soak(changer: Changer, backend: str, changes: int) -> bool:
    """Memory and objects over many change-overs."""
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
            points.append((number, own_memory(os.getpid())))
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
