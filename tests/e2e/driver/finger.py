"""A finger and a keyboard on a screen: xdotool, which the X server takes for real devices."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

Point = tuple[int, int]

XDOTOOL_SECONDS = 20
DRAG_STEPS = 8


class Finger:
    """Touches one screen. A tap moves the pointer, presses and releases."""

    def __init__(self, display: str) -> None:
        self._env = {**os.environ, "DISPLAY": display}

    def tap(self, point: Point, times: int = 1, gap_ms: int = 60) -> None:
        """Tap a point in px, possibly several times in quick succession."""
        repeat = ["--repeat", str(times), "--delay", str(gap_ms)] if times > 1 else []
        self._do(*self._move(point), "click", *repeat, "1")

    def press(self, point: Point) -> None:
        """Put the finger down and leave it there."""
        self._do(*self._move(point), "mousedown", "1")

    def slide(self, point: Point) -> None:
        """Move the finger that is down, or hover with the one that is not."""
        self._do(*self._move(point))

    def lift(self) -> None:
        """Take the finger away."""
        self._do("mouseup", "1")

    @contextmanager
    def held(self, point: Point) -> Iterator[None]:
        """The finger stays on a point for as long as the block runs."""
        self.press(point)
        try:
            yield
        finally:
            self.lift()

    def drag(self, start: Point, end: Point) -> None:
        """Draw a line on the glass."""
        words = [*self._move(start), "mousedown", "1"]
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            x = round(start[0] + (end[0] - start[0]) * part)
            y = round(start[1] + (end[1] - start[1]) * part)
            words += [*self._move((x, y)), "sleep", "0.012"]
        self._do(*words, "mouseup", "1")

    def button(self, point: Point, number: int) -> None:
        """Click another button of a mouse: 2 middle, 3 right, 4 to 7 wheels, 8 back, 9 forward."""
        self._do(*self._move(point), "click", str(number))

    def key(self, *names: str) -> None:
        """Press keys of a keyboard one after the other, for example `ctrl+q`."""
        self._do("key", "--clearmodifiers", *names)

    def _move(self, point: Point) -> list[str]:
        return ["mousemove", str(point[0]), str(point[1])]

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._env, check=True, timeout=XDOTOOL_SECONDS)


class Pace:
    """Keeps taps as far apart as a visitor's: what comes sooner counts as a slip of the hand."""

    SECONDS = 0.42

    def __init__(self) -> None:
        self._since = 0.0

    def begin(self) -> None:
        """The answer to a tap has been seen; the next one may come a moment later."""
        self._since = time.monotonic()

    def keep(self) -> None:
        """Wait for the rest of that moment."""
        time.sleep(max(0.0, self._since + self.SECONDS - time.monotonic()))
