"""Rectangles on the screen, in px. Plain arithmetic: no Qt, so that the checks can be tested
without a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True)
class Box:
    """A rectangle by its edges; empty when an edge has passed the opposite one."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    def cut(self, other: Box) -> Box:
        """What both have in common."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def shrunk(self, by: float) -> Box:
        """Smaller on all sides (larger for a negative number)."""
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)

    def within(self, other: Box, slack: float) -> bool:
        """Whether no edge stands out of the other by more than `slack`."""
        return (
            self.left >= other.left - slack
            and self.top >= other.top - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def apart(self, other: Box) -> float:
        """The gap between two boxes along the axis where it is widest; negative: they overlap."""
        across = max(other.left - self.right, self.left - other.right)
        down = max(other.top - self.bottom, self.top - other.bottom)
        return max(across, down)

    def __str__(self) -> str:
        numbers = (self.left, self.top, self.width, self.height)
        return "[" + " ".join(f"{number:.0f}" for number in numbers) + "]"


EVERYWHERE = Box(-inf, -inf, inf, inf)
