"""How many frames after a finger goes down the answer to it is on the screen.

`python -m bench.touch [--touches 40] [--backend software]` puts fingers on the bands of home in the
real window, and compares the picture of each following frame with the one before the touch.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.stand import BACKENDS, on_each_backend, say

LIMIT_FRAMES = 2


def main() -> int:
    """Measure each backend in a process of its own; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--touches", type=int, default=40)
    parser.add_argument("--backend", choices=BACKENDS)
    options = parser.parse_args()
    if options.backend:
        return touch(options.backend, options.touches)
    return on_each_backend(
        "bench.touch", "--touches", str(options.touches), QSG_RENDER_LOOP="basic"
    )


def touch(backend: str, touches: int) -> int:
    """Touch the bands of home again and again; print frames and milliseconds to the answer."""
    shell, session, window = _home(backend)
    from PySide6.QtTest import QTest

    device = QTest.createTouchDevice()
    frames: list[int] = []
    waits: list[float] = []
    bands = _bands(window)
    for number in range(touches):
        _pump(shell, 0.5)
        band = bands[number % len(bands)]
        spot = band.mapToScene(band.boundingRect().center()).toPoint()
        begun = time.monotonic()
        QTest.touchEvent(window, device).press(0, spot, window).commit()
        count = _frames_until(shell, window, lambda band=band: band.property("scale") < 1)
        waits.append(1000 * (time.monotonic() - begun))
        frames.append(count)
        aside = spot.__class__(5, 5)
        QTest.touchEvent(window, device).move(0, aside, window).commit()
        QTest.touchEvent(window, device).release(0, aside, window).commit()
    assert session.property("screen") == "home", "a finger that slid off must not open anything"
    shell.close()
    met = max(frames) <= LIMIT_FRAMES
    say(
        f"{backend}: {touches} touches answered after {statistics.median(frames):.0f} frames "
        f"(most {max(frames)}, limit {LIMIT_FRAMES}), median {statistics.median(waits):.0f} ms "
        f"{'ok' if met else 'TOO MUCH'}"
    )
    return int(not met)


def _home(backend: str) -> tuple[Any, Any, Any]:
    from kiosk import app
    from kiosk.bridge.shell import Look, Shell
    from kiosk.settings import Settings
    from kiosk.store import reader

    content = reader.load(app.default_content())
    shell = Shell("software" if backend == "software" else "gpu")
    shell.finish_start()
    with tempfile.TemporaryDirectory() as folder:
        lockout = Path(folder) / "lockout.json"
        rules = app.rules_for(content.bundle, Settings())
        session = app.assemble(content, Settings(), rules, shell, lockout).session
    window = shell.show(session, Look(window=(1920, 1080), closable=True), time.monotonic)
    session.begin()
    _pump(shell, 2)
    return shell, session, window


def _bands(window: Any) -> list[Any]:
    """The tappable bands of home."""
    found: list[Any] = []
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.metaObject().className().startswith("Band_"):
            found.append(item)
        waiting += item.childItems()
    return found


def _pump(shell: Any, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        shell.app.processEvents()


def _frames_until(shell: Any, window: Any, answered: Any) -> int:
    """Frames shown until one has been drawn after the answer."""
    from PySide6.QtCore import Qt

    count = 0
    seen = False

    def frame() -> None:
        nonlocal count, seen
        count += 1
        seen = answered()

    window.frameSwapped.connect(frame, Qt.ConnectionType.QueuedConnection)
    until = time.monotonic() + 5
    while not seen and time.monotonic() < until:
        shell.app.processEvents()
    window.frameSwapped.disconnect(frame)
    return count


if __name__ == "__main__":
    raise SystemExit(main())
