"""Memory and objects over many page changes, with fast taps during the transitions.

`python -m bench.pages [--changes N] [--backend software] [--explain]` drives the real window in
this process. First every page is seen to its end, so that what is kept for the next time is kept.
Memory that no file could give back is read on home, at rest, after the C library has given back
what nobody uses: what it keeps of that swings by 60 MB. Beside it is read what C code holds of it,
which knows nothing of the holes between, and so tells a small leak sooner. Fails when the slope
through the lowest of either is more than two standard errors over 1 MB per 10 000 page changes, or
on one QObject more at the end. `--explain` says at each rest what there is.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
from pathlib import Path

from bench.growth import lows, slope_of
from bench.heap import held, library
from bench.live import Live
from bench.stand import BACKENDS, MEGABYTE, on_each_backend, own_memory, say

LIMIT_SLOPE = 1.0
SEEN_SECONDS = 0.5
"""So long a page is looked at before fast taps begin: then all of it is there."""
WARM_UP = {"software": 6000, "gpu": 2000}
"""Fast changes with their rests, until what is kept has come to its size: it grows by 4 MB."""
CHANGES = {"software": 12_000, "gpu": 1000}
"""Without a GPU an OpenGL frame takes long; a thousand changes take five minutes."""
HOLES_STEP = 1.0
"""MB: the holes get more, or fewer, by so much within some thousand changes, and stay so."""
SAMPLES = 30


def main() -> int:
    """Measure each backend in a process of its own; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int)
    parser.add_argument("--backend", choices=BACKENDS)
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    if options.backend:
        changes = options.changes or CHANGES[options.backend]
        # as the kiosk ends, not waiting for the thread that draws
        os._exit(drive(options.backend, changes, explain=options.explain))
    chosen = ["--changes", str(options.changes)] if options.changes else []
    return on_each_backend("bench.pages", *chosen, *["--explain"] * options.explain)


class Walk:
    """The real window, and somebody who changes pages in it without end."""

    def __init__(self, backend: str, folder: Path) -> None:
        self.live = Live(backend, folder, (1920, 1080), settle_seconds=0)
        self.session = self.live.session
        self.session.begin()
        self.session.openSection(self.live.content.bundle.sections[0].id)

    def see_everything(self) -> None:
        """Step by step through all stories."""
        for section in self.live.content.bundle.sections:
            for story in section.stories:
                self.session.openStory(section.id, story.id)
                self.live.pump(SEEN_SECONDS)
                while not self.session.property("atStoryEnd"):
                    self.session.next()
                    self.live.pump(SEEN_SECONDS)

    def turn(self, number: int) -> None:
        """Go to the next page; every third one is left the time to come to rest."""
        if self.session.property("screen") == "page":
            self.session.next()
        else:
            self.session.openStory(*_story(self.live.content, number))
        self.live.pump(0.03 if number % 3 else 0.12)

    def rest(self) -> None:
        """Go home over places that are always the same, for what is kept is what was seen last;
        let everything be swept up, and the thread that draws hear of it with a last frame.
        """
        section = self.live.content.bundle.sections[0]
        for story in section.stories:
            self.session.openStory(section.id, story.id)
            self.live.pump(SEEN_SECONDS)
        self.session.home()
        self.live.pump(2)
        gc.collect()
        self.live.shell.engine.collectGarbage()
        self.live.pump(0.2)
        self.live.window.update()
        self.live.pump(0.5)

    def objects(self) -> int:
        """How many there are. Each gets a half in Python that stays: count before and after."""
        from PySide6.QtCore import QObject
        from PySide6.QtQuick import QQuickItem

        items = self.live.window.contentItem().findChildren(QQuickItem)
        return len(self.live.window.findChildren(QObject)) + len(items)


def drive(backend: str, changes: int, *, explain: bool = False) -> int:
    """Change pages in the real window and watch memory and objects."""
    c = library()
    own: list[tuple[int, float]] = []
    held_of_it: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(backend, Path(folder))
        walk.see_everything()
        before = 0
        for number in range(-WARM_UP[backend], changes):
            walk.turn(number)
            if (number + 1) % max(1, changes // SAMPLES):
                continue
            walk.rest()
            c.malloc_trim(0)
            now = own_memory(os.getpid()), held(c) / MEGABYTE
            if explain:
                say(f"{number + 1:6} changes {now[0]:.1f} MB ({now[1]:.1f} held)")
            if number >= 0:
                own.append((number, now[0]))
                held_of_it.append((number, now[1]))
            elif number == -1:
                before = walk.objects()
        walk.rest()
        after = walk.objects()
    slope, error = (10_000 * value for value in slope_of(lows(own), HOLES_STEP))
    tight, its_error = (10_000 * value for value in slope_of(lows(held_of_it)))
    grows = max(slope - 2 * error, tight - 2 * its_error) > LIMIT_SLOPE
    say(
        f"{backend}: {changes} page changes, {own[-1][1]:.0f} MB, {slope:+.1f} ± {error:.1f} MB "
        f"per 10 000, held by C code {tight:+.1f} ± {its_error:.1f} (limit {LIMIT_SLOPE} MB), "
        f"objects on home {before} -> {after} {'TOO MUCH' if grows or after > before else 'ok'}"
    )
    return int(grows or after > before)


def _story(content: object, number: int) -> tuple[str, str]:
    sections = content.bundle.sections  # type: ignore[attr-defined]
    section = sections[number % len(sections)]
    return section.id, section.stories[number % len(section.stories)].id


if __name__ == "__main__":
    raise SystemExit(main())
