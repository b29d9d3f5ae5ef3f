"""Somebody who never waits: a screen is asked for before the last one is made, in any look.

`python -m tests.soak.hurry [--content FOLDER] [--minutes 4] [--seed 1] [--backend software]`.
Drives the real window in a process of its own per backend, with pauses of 0.2 s at most between two
requests and often of none: a finger is slower, so this meets in minutes what a stand meets in
months. The screen is turned as well. Memory that is given back is overwritten, so whatever still
looks at it ends the process; another thread wants every lock, so threads that would ever wait for
each other do so at once, and end it too. `--seed` repeats the requests, not their moments.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.live import Live
from bench.stand import BACKENDS, on_each_backend, say
from kiosk import factory
from tests.soak import contention

SIZE = (1920, 1080)
PAUSES = (0.0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2)
SILENT_SECONDS = 30
OVERWRITTEN = {"MALLOC_PERTURB_": "165"}
LOOKS = {
    "setTextSize": ("standard", "large", "largest"),
    "setTheme": ("dark", "light", "contrast"),
    "setLessMotion": (False, True),
    "setReach": (False, True),
    "openPanel": ("language", "accessibility", "sources", "takeaway"),
    "chooseAnswer": (0, 1, 2),
    "chooseStep": (0, 1, 2, 3),
}


def main() -> int:
    """Hurry on each backend; 1 when one of them ended too early."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=factory.default_content())
    parser.add_argument("--minutes", type=float, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--backend", choices=BACKENDS)
    options = parser.parse_args()
    if options.backend and os.environ.get("MALLOC_PERTURB_"):
        chance = random.Random(options.seed)
        hurry(options.backend, options.content, 60 * options.minutes, chance)
        os._exit(0)  # as the kiosk ends, not waiting for the thread that draws
    given = ["--minutes", str(options.minutes), "--seed", str(options.seed)]
    given += ["--content", str(options.content)]
    return on_each_backend("tests.soak.hurry", *given, **OVERWRITTEN)


def hurry(backend: str, content: Path, seconds: float, chance: random.Random) -> None:
    """One request after the other for so long."""
    faulthandler.enable()
    faulthandler.dump_traceback_later(SILENT_SECONDS, exit=True)
    with tempfile.TemporaryDirectory() as folder:
        live = Live(backend, Path(folder), SIZE, content)
        contention.begin()
        requests = _requests(live, chance)
        until, made = time.monotonic() + seconds, 0
        while time.monotonic() < until:
            faulthandler.dump_traceback_later(SILENT_SECONDS, exit=True)
            if live.session.property("mode") == "browsing":
                chance.choice(requests)()
            else:
                live.session.begin()
                live.session.keepGoing()
            live.pump(chance.choice(PAUSES))
            made += 1
    say(f"{backend}: {made} requests in {seconds:.0f} s, still there")


def _requests(live: Live, chance: random.Random) -> list[Callable[[], None]]:
    """What may be asked for, as often as it shall come."""
    session, bundle = live.session, live.content.bundle
    stories = [(section.id, story.id) for section in bundle.sections for story in section.stories]
    tongues = [language.tag for language in bundle.languages]
    looks = [
        lambda name=name, values=values: getattr(session, name)(chance.choice(values))
        for name, values in LOOKS.items()
    ]
    return [
        *[lambda: session.openStory(*chance.choice(stories))] * 12,
        *[session.next] * 12,
        *[session.home] * 6,
        *[session.back] * 5,
        *[session.previous] * 4,
        *[lambda: session.openSection(chance.choice(bundle.sections).id)] * 3,
        *[lambda: session.setLanguage(chance.choice(tongues))] * 2,
        *looks,
        lambda: live.window.resize(*chance.choice((SIZE, SIZE[::-1]))),
        session.closePanel,
        *[session.startOver] * 2,
    ]


if __name__ == "__main__":
    raise SystemExit(main())
