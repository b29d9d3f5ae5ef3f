"""Which characters the shipped fonts can draw, as a container of code points. No disk, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kiosk.content.coverage_table import RANGES


class Coverage:
    """`0x41 in Coverage()` is true when a shipped font draws an A."""

    def __init__(self, ranges: Sequence[tuple[int, int]] = RANGES) -> None:
        self._firsts = [first for first, _ in ranges]
        self._lasts = [last for _, last in ranges]

    def __contains__(self, point: object) -> bool:
        if not isinstance(point, int):
            return False
        index = bisect_right(self._firsts, point) - 1
        return index >= 0 and point <= self._lasts[index]
