"""Count the frames that a renderer draws: `python -m tests.e2e.frames software`, in a real window.

The pages are the first with each type of block; names of types after the renderer choose some.

Walks through the kiosk without touching it for a while at each place, and says as JSON how many
frames were drawn there: in the busiest second of the attract loop, and at the other places once all
has come to rest.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEventLoop, Qt, QTimer

from kiosk import app, factory
from kiosk.bridge.shell import Look, Shell
from kiosk.content.model import Bundle
from kiosk.paths import under
from kiosk.settings import Settings
from kiosk.store import reader
from kiosk.visit import events as ev

REST_SECONDS = 11
COUNT_SECONDS = 2
TRIES = 3
"""A busy machine may show a frame late; what moves goes on moving."""
ATTRACT_SECONDS = 16
"""Long enough for one change of scene."""


def places(bundle: Bundle, wanted: list[str]) -> dict[str, ev.Event]:
    """Name of each place to stand still at, and how to get there."""
    found: dict[str, ev.Event] = {"home": ev.GoHome(), "section": ev.OpenSection(1)}
    for at, section in enumerate(bundle.sections):
        for number, story in enumerate(section.stories):
            for index, page in enumerate(story.pages):
                for block in page.blocks:
                    kind = type(block).__struct_config__.tag
                    if not wanted or kind in wanted:
                        found.setdefault(str(kind), ev.OpenStory(at, number, index))
    return found


def main() -> NoReturn:
    """Walk, count and say."""
    shell = Shell("software" if sys.argv[1] == "software" else "gpu")
    content = reader.load(factory.default_content())
    rules = app.rules_for(content.bundle, Settings(), "en")
    home = under(Path(tempfile.mkdtemp()))
    session = app.assemble(content, Settings(), rules, shell, home).session
    window = shell.show(session, Look(closable=True), time.monotonic)
    shell.on_first_frame(shell.finish_start)
    frames = 0

    def count() -> None:
        nonlocal frames
        frames += 1

    window.frameSwapped.connect(count, Qt.ConnectionType.QueuedConnection)
    wait(3)
    busiest = 0
    for _second in range(ATTRACT_SECONDS):
        frames = 0
        wait(1)
        busiest = max(busiest, frames)
    said = {"attract": busiest}
    session.post(ev.Begin())
    for name, event in places(content.bundle, sys.argv[2:]).items():
        session.post(event)
        wait(REST_SECONDS)
        least = frames + 1
        for _try in range(TRIES):
            if least:
                frames = 0
                wait(COUNT_SECONDS)
                least = min(least, frames)
        said[name] = least
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    os._exit(0)  # as the kiosk ends, not waiting for the thread that draws


def wait(seconds: float) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
