"""Which characters the shipped fonts can draw, as a container of code points. No disk, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from kiosk.content.coverage_table import RANGES

_SILENT = {"\n", "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u2060"}


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


def undrawn(text: str, coverage: Container[int]) -> list[str]:
    """The signs of a text that no font draws, each once, in their order."""
    return [sign for sign in dict.fromkeys(text) if not _drawn(sign, coverage)]


def _drawn(sign: str, coverage: Container[int]) -> bool:
    odd = sign < " " or "\x7f" <= sign <= "\x9f" or "\u202a" <= sign <= "\u202e"
    isolate = "\u2066" <= sign <= "\u2069" or "\ud800" <= sign <= "\udfff"
    return odd or isolate or sign in _SILENT or ord(sign) in coverage
