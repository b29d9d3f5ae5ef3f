"""Count the frames that a renderer draws: `python -m tests.e2e.frames software`, in a real window.

Walks through the kiosk without touching it for a while at each place, and says as JSON how many
frames were drawn there: in the busiest second of the attract loop, and at the other places once all
has come to rest.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from kiosk import app
from kiosk.bridge.shell import Look, Shell
from kiosk.settings import Settings
from kiosk.store import reader
from kiosk.visit import events as ev

REST_SECONDS = 11
COUNT_SECONDS = 2
ATTRACT_SECONDS = 16
"""Long enough for one change of scene."""
PLACES: dict[str, ev.Event] = {
    "home": ev.GoHome(),
    "section": ev.OpenSection(1),
    "page": ev.OpenStory(1, 0),
}


def main() -> int:
    """Walk, count and say."""
    shell = Shell("software" if sys.argv[1] == "software" else "gpu")
    content = reader.load(app.default_content())
    rules = app.rules_for(content.bundle, Settings(), "en")
    lockout = Path(tempfile.mkdtemp()) / "lockout.json"
    session = app.assemble(content, Settings(), rules, shell, lockout).session
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
    for name, event in PLACES.items():
        session.post(event)
        wait(REST_SECONDS)
        frames = 0
        wait(COUNT_SECONDS)
        said[name] = frames
    sys.stdout.write(json.dumps(said) + "\n")
    shell.close()
    return 0


def wait(seconds: float) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
