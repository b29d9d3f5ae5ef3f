"""What a visitor does with fingers, mouse and keyboard, on the kiosk and on a plain window."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from Xlib import X, display
from Xlib.ext import xtest

from tests.breakout.drop import offer
from tests.breakout.place import Place

A_SECOND = 1000
"""Events of a storm in a second."""
STEP_SECONDS = 0.02
SWIPE_STEPS = 12

Point = tuple[int, int]


@dataclass
class Hands:
    """Acts on the one window there is. `seconds` is how long a long attempt takes."""

    place: Place
    seconds: float = 60.0
    chance: random.Random = field(default_factory=lambda: random.Random(1990))
    pressed: int = 0
    """Presses of the last storm."""

    @property
    def window(self) -> int:
        """Number of the window on the X server."""
        return self.place.stand.screen.frames()[-1].number

    @property
    def corners(self) -> list[Point]:
        """The last pixel in each corner."""
        width, height = self.place.stand.size
        return [(0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)]

    def keys(self, *combinations: str) -> None:
        """Press keys, one combination after the other."""
        places = self.place.keys
        self.place.stand.finger.key(
            *(
                "+".join(str(places.get(key, key)) for key in each.split("+"))
                for each in combinations
            )
        )

    def mouse(self) -> None:
        """A mouse clicks in all corners and elsewhere with all it has but the left button."""
        width, height = self.place.stand.size
        for button in (2, 3, 4, 5, 6, 7, 8, 9):
            for point in (*self.corners, (width // 2, height // 3)):
                self.place.stand.finger.button(point, button)

    def drag(self) -> None:
        """Try to pull a text out of the window, over every corner."""
        width, height = self.place.stand.size
        for corner in self.corners:
            self.place.stand.finger.drag((width // 4, height // 6), corner)

    def close(self) -> None:
        """What a click on the cross of a title bar sends."""
        self.place.stand.screen.ask_to_close(self.window)

    def drop(self, file: Path) -> bool:
        """Let a file fall into the window; whether it was taken."""
        width, height = self.place.stand.size
        return offer(self.place.stand.screen.name, self.window, file, (width // 2, height // 2))

    def storm(self) -> None:
        """A thousand events a second by the mouse, anywhere."""
        server = display.Display(self.place.stand.screen.name)
        width, height = self.place.stand.size
        begun, sent, self.pressed = time.monotonic(), 0, 0
        while (passed := time.monotonic() - begun) < self.seconds / 6:
            while sent < passed * A_SECOND:
                x, y = self.chance.randrange(width), self.chance.randrange(height)
                xtest.fake_input(server, X.MotionNotify, x=x, y=y)
                xtest.fake_input(server, X.ButtonPress, 1)
                xtest.fake_input(server, X.ButtonRelease, 1)
                sent += 3
                self.pressed += 1
            server.sync()
            time.sleep(STEP_SECONDS)
        server.close()

    def fingers(self, count: int = 10) -> None:
        """So many fingers at once, none of them still, for as long as a long attempt takes."""
        touches = self.place.touches
        assert touches is not None
        width, height = self.place.stand.size
        places = [((n + 1) * width // (count + 2), (n % 3 + 1) * height // 4) for n in range(count)]
        for finger, place in enumerate(places):
            touches.begin(finger, place)
        end = time.monotonic() + self.seconds
        while time.monotonic() < end:
            for finger, (x, y) in enumerate(places):
                touches.move(finger, (x + self.chance.randrange(40), y + self.chance.randrange(40)))
            touches.sync()
            time.sleep(STEP_SECONDS)
        for finger, place in enumerate(places):
            touches.end(finger, place)
        touches.sync()

    def swipe(self, count: int, start: Point, end: Point) -> None:
        """So many fingers side by side go from one place to another."""
        touches = self.place.touches
        assert touches is not None
        for step in range(SWIPE_STEPS + 1):
            for finger in range(count):
                x, y = _between(start, end, step / SWIPE_STEPS)
                at = (x, min(y + finger * 60, self.place.stand.size[1] - 1))
                if step == 0:
                    touches.begin(finger, at)
                elif step == SWIPE_STEPS:
                    touches.end(finger, at)
                else:
                    touches.move(finger, at)
            touches.sync()
            time.sleep(STEP_SECONDS)

    def swipes(self) -> None:
        """Three and five fingers across the screen, and one from every edge."""
        width, height = self.place.stand.size
        across = [(100, 200), (width - 100, 200), (width // 2, 20), (width // 2, height - 320)]
        for count in (3, 5):
            self.swipe(count, across[0], across[1])
            self.swipe(count, across[1], across[0])
            self.swipe(count, across[2], across[3])
            self.swipe(count, across[3], across[2])
        middle = (width // 2, height // 2)
        for edge in [(0, height // 2), (width - 1, height // 2), (width // 2, 0),
                     (width // 2, height - 1)]:  # fmt: skip
            self.swipe(1, edge, middle)

    def touch_storm(self) -> None:
        """A thousand touches come and go in a second, up to ten at a time."""
        touches = self.place.touches
        assert touches is not None
        width, height = self.place.stand.size
        begun, sent, self.pressed = time.monotonic(), 0, 0
        while (passed := time.monotonic() - begun) < self.seconds / 6:
            while sent < passed * A_SECOND:
                finger = self.pressed % 10
                at = (self.chance.randrange(width), self.chance.randrange(height))
                touches.begin(finger, at)
                touches.end(finger, at)
                sent += 2
                self.pressed += 1
            touches.sync()
            time.sleep(STEP_SECONDS)


def _between(start: Point, end: Point, part: float) -> Point:
    (x, y), (u, v) = start, end
    return round(x + (u - x) * part), round(y + (v - y) * part)
