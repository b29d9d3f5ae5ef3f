"""How the check writes numbers, and what it says of one that is shown rounded. No disk, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.problems import Finding, Pointer
from kiosk.said import said


def written(value: float) -> str:
    """A number with all the digits that somebody wrote, as far as a float keeps them."""
    return f"{value:.15g}"


def rounding(value: float, decimals: int, fix: str, at: Pointer) -> Iterator[Finding]:
    """A finding for a number that has more decimals than are shown."""
    shown = round(value, decimals) + 0.0  # no zero below zero
    if abs(shown - value) > 1e-9:
        yield Finding(
            code="W213",
            words=said(
                "{value} is shown as {shown}.",
                value=written(value),
                shown=f"{shown:.{decimals}f}",
            ),
            fix=fix,
            pointer=at,
        )
