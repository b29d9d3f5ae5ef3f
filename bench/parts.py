"""What a frame's time went into, on the thread that draws; for `bench.frames --profile`.

Processor time, not time of day: on a busy machine it grows, but by far less than the gaps do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt

NAMES = ("before", "sorted", "painted")
"""Making, freeing, bindings and touches since the frame before; sizes and nodes; pixels until they
are handed over. With OpenGL the first two are done by another thread and count nothing."""
Frame = tuple[float, tuple[float, ...]]
"""When it was shown, in seconds, and milliseconds of its parts."""


class Parts:
    """Books the frames of a window while it is asked to."""

    def __init__(self, window: Any) -> None:
        self.frames: list[Frame] = []
        self._last = 0.0
        self._marks: dict[str, float] = {}
        now = Qt.ConnectionType.DirectConnection
        window.afterAnimating.connect(self._noting("sorted"), now)
        window.beforeRendering.connect(self._noting("painted"), now)
        window.frameSwapped.connect(self._book, now)

    def _noting(self, name: str) -> Callable[[], None]:
        return lambda: self._marks.__setitem__(name, time.thread_time())

    def _book(self) -> None:
        done = time.thread_time()
        begun = [self._marks.get(name, 0.0) for name in NAMES[1:]]
        # Another thread's time is another clock: what does not lie between the frames is left out
        known = [mark if self._last <= mark <= done else self._last for mark in begun]
        marks = (self._last, *sorted(known), done)
        self.frames.append((time.monotonic(), tuple(1000 * (b - a) for a, b in pairwise(marks))))
        self._last = done


def heaviest(
    frames: list[Frame], since: float, seconds: float, most: int
) -> list[tuple[float, ...]]:
    """Of the frames shown in some seconds those that cost most: ms since the beginning, parts."""
    shown = [frame for frame in frames if since <= frame[0] <= since + seconds]
    chosen = sorted(shown, key=lambda frame: sum(frame[1]))[-most:]
    return [(1000 * (moment - since), *parts) for moment, parts in sorted(chosen)]
