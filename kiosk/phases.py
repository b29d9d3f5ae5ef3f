"""When the phases of a start were reached, for the bench. Costs a clock reading per phase.

With the environment variable JUOSTA_PHASES=FILE the kiosk writes the phases there at the first
frame that shows the attract headline. Imports nothing of the kiosk.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

_marks: dict[str, float] = {}


def mark(phase: str) -> None:
    """Note that a phase has been reached (seconds of the system's monotonic clock)."""
    posix = os.name == "posix"
    _marks[phase] = time.clock_gettime(time.CLOCK_MONOTONIC) if posix else time.perf_counter()


def write() -> None:
    """Write the phases to the wanted file, if any is wanted."""
    target = os.environ.get("JUOSTA_PHASES")
    if target:
        Path(target).write_text(json.dumps(_marks), encoding="utf-8")
