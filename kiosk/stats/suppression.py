"""What of a table must not be shown, so that no number below five is told or can be worked out.

Imports nothing. A cell of one to four is left out. If it is a part of a published total, others
have to go with it, or a subtraction gives it away: the smallest of the others, all that are equally
small, until what is missing leaves room for doubt about each of its cells. All are marked alike. A
table in which nothing else could give that cover is left out as a whole.

Why at least one large cell goes, and its equals with it: somebody who knows this rule also knows
that what is missing is not larger than what is shown. Every small table was tried: those that look
alike in a report differ in each of their hidden cells.
"""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 5
"""The smallest number that is shown."""


def small(count: int) -> bool:
    """Whether a count is too small to be shown. None at all tells nothing about anybody."""
    return 0 < count < LEAST


def hidden_parts(parts: Sequence[int]) -> list[bool] | None:
    """Which parts of a published total are left out; None: the table cannot be shown at all.

    Parts of zero are not listed in a report.
    """
    chosen = {index for index, count in enumerate(parts) if small(count)}
    if not chosen:
        return [False] * len(parts)
    for level in sorted({count for count in parts if count >= LEAST}):
        if any(parts[index] >= LEAST for index in chosen) and _covered(parts, chosen):
            break
        chosen |= {index for index, count in enumerate(parts) if count == level}
    return [index in chosen for index in range(len(parts))] if _covered(parts, chosen) else None


def _covered(parts: Sequence[int], chosen: set[int]) -> bool:
    """Whether each of these cells could be five or more, for all that their sum tells."""
    return len(chosen) > 1 and sum(parts[index] for index in chosen) >= len(chosen) - 1 + LEAST


def hidden_inside(part: int, whole: int) -> bool:
    """Whether a part is left out although the rest of its shown whole is not listed."""
    return small(part) or small(whole - part)
