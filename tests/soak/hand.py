"""A hand without any plan: taps, drags, pinches, wheel and keys, tens a second.

The events are those of XTest, sent over one connection: no process per tap. A virtual X server has
one pointer, so the two fingers of a pinch are left to the probe (`tests.soak.fingers`).
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Collection

from Xlib import XK, X, display
from Xlib.ext import xtest

DRAG_STEPS = 5
KEYS = ("Tab", "Return", "Left", "Right", "Up", "Down", "Escape", "space", "BackSpace")
BAR = 0.89
"""Below this part of the height lies the bar that leads everywhere."""
NEXT = (0.48, 0.56)
"""Between these parts of the width of the bar lies the arrow to the next page."""
READING = 0.8
"""So often the hand leafs on for a while instead of playing."""
MOOD = 240
"""So many things it does before it thinks again which of the two it does."""
READ = {"next": 70, "story": 26, "anything": 4}
PLAYED = {"drag": 3, "pinch": 2, "wheel": 1, "key": 2, "bar": 24, "tap": 68}
"""What it does then, and how often in a hundred times."""
KINDS = (*PLAYED, "next", "story")
MARK = (0.35, 0.14)
"""A hand that rests at the top left would end at the code of the staff."""


class Hand:
    """Plays on one screen. The same seed makes the same choices."""

    def __init__(
        self,
        name: str,
        size: tuple[int, int],
        seed: int,
        pinch: Callable[[list[float]], None] = lambda _spots: None,
        only: Collection[str] = (),
    ) -> None:
        """`pinch` gets two places and where they go, in shares of the screen; `only` names those
        of `KINDS` that it does, if not all."""
        self._display = display.Display(name)
        self._size = size
        self._chance = random.Random(seed)
        self._pinch = pinch
        self._played = {kind: PLAYED.get(kind, 50) for kind in only or PLAYED}
        self._reads = not only
        self._reading = False
        self._mood = 0
        self.done: Counter[str] = Counter()

    def play(self, actions: int, gap_seconds: float) -> None:
        """Do so many things, one every `gap_seconds` at most."""
        for _ in range(actions):
            if self._mood == 0:
                self._mood = MOOD
                self._reading = self._reads and self._chance.random() < READING
            self._mood -= 1
            began = time.monotonic()
            kind = self._one_of(READ if self._reading else self._played)
            self._do(self._one_of(self._played) if kind == "anything" else kind)
            time.sleep(max(0.0, gap_seconds - (time.monotonic() - began)))

    def close(self) -> None:
        """Take the hand away."""
        self._display.close()

    def _one_of(self, kinds: dict[str, int]) -> str:
        return self._chance.choices(list(kinds), list(kinds.values()))[0]

    def _do(self, kind: str) -> None:
        if kind == "drag":
            self._drag(self._anywhere(), self._anywhere())
        elif kind == "pinch":
            self._pinch([part for _ in range(4) for part in self._share()])
            self.done["pinches"] += 1
        elif kind == "wheel":
            self._press(4 + self._chance.randrange(2), self._anywhere(), "wheel")
        elif kind == "key":
            self._key(self._chance.choice(KEYS))
        else:
            where = {
                "next": self._at_next,
                "story": self._where_stories_are,
                "bar": self._in_the_bar,
                "tap": self._anywhere,
            }
            self._press(1, where[kind](), "taps")

    def _press(self, button: int, at: tuple[int, int], what: str) -> None:
        self._move(at)
        xtest.fake_input(self._display, X.ButtonPress, button)
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()
        self.done[what] += 1

    def _drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self._move(start)
        xtest.fake_input(self._display, X.ButtonPress, 1)
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            x, y = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
            self._move((x, y))
            self._display.sync()
            time.sleep(0.008)
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._display.sync()
        self.done["drags"] += 1

    def _key(self, name: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._display, kind, code)
        self._display.sync()
        self.done["keys"] += 1

    def _move(self, to: tuple[int, int]) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=to[0], y=to[1])

    def _share(self) -> tuple[float, float]:
        """Anywhere, in shares of the screen."""
        while True:
            x, y = self._chance.random(), self._chance.random()
            if x > MARK[0] or y > MARK[1]:
                return x, y

    def _anywhere(self) -> tuple[int, int]:
        x, y = self._share()
        return int(x * self._size[0]), int(y * self._size[1])

    def _in_the_bar(self) -> tuple[int, int]:
        width, height = self._size
        y = BAR + (1 - BAR) * self._chance.random()
        return int(self._chance.random() * width), min(int(y * height), height - 1)

    def _at_next(self) -> tuple[int, int]:
        width, height = self._size
        x, y = self._chance.uniform(*NEXT), self._chance.uniform(0.92, 0.97)
        return int(x * width), int(y * height)

    def _where_stories_are(self) -> tuple[int, int]:
        width, height = self._size
        x, y = self._chance.uniform(0.5, 1), self._chance.uniform(0.15, 0.85)
        return int(x * width), int(y * height)


class Walker:
    """Sees pages as fast as the kiosk lets visitors, without a finger: many more in a short time,
    for a soak of a few minutes."""

    def __init__(self, walk: Callable[[int], None]) -> None:
        """`walk` sees so many pages."""
        self._walk = walk
        self.done: Counter[str] = Counter()

    def play(self, actions: int, _gap_seconds: float) -> None:
        """See so many pages."""
        self._walk(actions)
        self.done["pages walked"] += actions

    def close(self) -> None:
        """There is nothing to take away."""
