"""Waiting for a condition, never for a time. Knows nothing of the kiosk."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_SECONDS = 0.06
PATIENCE = 20.0
"""Seconds that a slow machine is given for anything that takes a moment on a good one."""


def until(
    what: str,
    condition: Callable[[], T | None],
    seconds: float = PATIENCE,
    details: Callable[[], str] | None = None,
) -> T:
    """The first true answer of `condition`; fails with `what` (and `details`) when none comes."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            more = f"\n{details()}" if details else ""
            raise AssertionError(f"waited {seconds:.0f} s for {what}{more}")
        time.sleep(POLL_SECONDS)
