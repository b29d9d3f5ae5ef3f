"""What is on the glass: the picture of a virtual screen, read from the file Xvfb keeps it in.

It is the same for every program and asks none of them, so it can say when a start is over and when
a frame has come, be it of Qt or of a browser.
"""

from __future__ import annotations

import mmap
import struct
import threading
import time
from pathlib import Path

HEADER = struct.Struct(">25I")
"""The head of an X window dump; its size and the lengths of a line and the colour map count."""
COLOUR_BYTES = 12
LINES = range(190, 300, 8)
"""Through the first line of the attract headline, in px at 1920x1080."""
COLUMNS = (100, 1000)
MOVER_LINE = 4
MOVER_WIDTH = 216
LOOK_SECONDS = 0.0005


class Glass:
    """The picture of a screen of 1920x1080."""

    def __init__(self, folder: Path) -> None:
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = HEADER.unpack_from(self._picture)
        self._begin = head[0] + COLOUR_BYTES * head[19]
        self._line = head[12]

    def blue(self, y: int, left: int, right: int) -> bytes:
        """The blue of a piece of a line, in px."""
        start = self._begin + y * self._line
        return self._picture[start + 4 * left : start + 4 * right : 4]

    def lettered(self) -> bool:
        """Whether a light headline stands on a dark ground."""
        lines = [self.blue(y, *COLUMNS) for y in LINES]
        return sum(max(line) > 200 and min(line) < 60 for line in lines) > len(lines) // 2


class Watch:
    """Notes when the mover of `bench/Mover.qml` has moved on the glass, until it is stopped."""

    def __init__(self, glass: Glass) -> None:
        self._glass = glass
        self._moments: list[float] = []
        self._going = True
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> list[float]:
        """The moments, in seconds of the monotonic clock."""
        self._going = False
        self._thread.join()
        return self._moments

    def _look(self) -> None:
        last = b""
        while self._going:
            seen = self._glass.blue(MOVER_LINE, 0, MOVER_WIDTH)
            if seen != last:
                self._moments.append(time.monotonic())
                last = seen
            time.sleep(LOOK_SECONDS)


def gaps_since(moments: list[float], since: float, seconds: float) -> list[float]:
    """Milliseconds from frame to frame in a film, the frame before it included."""
    first = max(1, sum(moment <= since for moment in moments))
    last = sum(moment <= since + seconds for moment in moments)
    pairs = zip(moments[first - 1 : last], moments[first:last], strict=False)
    return [1000 * (b - a) for a, b in pairs]
