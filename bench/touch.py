"""How many frames after a finger goes down the answer to it is on the screen.

`python -m bench.touch [--touches 40] [--backend software]` puts fingers on the bands of home in the
real window, and compares the picture of each following frame with the one before the touch.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.live import Live
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
    with tempfile.TemporaryDirectory() as folder:
        live = Live(backend, Path(folder), (1920, 1080))
        live.session.begin()
        live.pump(2)
        frames, waits = _touches(live, touches)
        assert live.session.property("screen") == "home", "a finger that slid off opened something"
        live.shell.close()
    met = max(frames) <= LIMIT_FRAMES
    say(
        f"{backend}: {touches} touches answered after {statistics.median(frames):.0f} frames "
        f"(most {max(frames)}, limit {LIMIT_FRAMES}), median {statistics.median(waits):.0f} ms "
        f"{'ok' if met else 'TOO MUCH'}"
    )
    return int(not met)


def _touches(live: Live, touches: int) -> tuple[list[int], list[float]]:
    """Frames and milliseconds from each touch to its answer."""
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    device: Any = QTest.createTouchDevice()
    window = live.window
    aside = QPoint(5, 5)
    bands = [item for item in live.items() if item.metaObject().className().startswith("Band_")]
    frames: list[int] = []
    waits: list[float] = []
    for number in range(touches):
        live.pump(0.5)
        band = bands[number % len(bands)]
        spot = band.mapToScene(band.boundingRect().center()).toPoint()
        begun = time.monotonic()
        QTest.touchEvent(window, device).press(0, spot, window).commit()
        frames.append(_frames_until(live, lambda band=band: band.property("scale") < 1))
        waits.append(1000 * (time.monotonic() - begun))
        QTest.touchEvent(window, device).move(0, aside, window).commit()
        QTest.touchEvent(window, device).release(0, aside, window).commit()
    return frames, waits


def _frames_until(live: Live, answered: Callable[[], bool]) -> int:
    """Frames shown until one has been drawn after the answer."""
    from PySide6.QtCore import Qt

    count = 0
    seen = False

    def frame() -> None:
        nonlocal count, seen
        count += 1
        seen = answered()

    live.window.frameSwapped.connect(frame, Qt.ConnectionType.QueuedConnection)
    until = time.monotonic() + 5
    while not seen and time.monotonic() < until:
        live.shell.app.processEvents()
    live.window.frameSwapped.disconnect(frame)
    return count


if __name__ == "__main__":
    raise SystemExit(main())
