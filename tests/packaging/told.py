"""The table of a trial: what was tried, and whether it held."""

from __future__ import annotations

import sys
import time


class Told:
    """Collects and prints one line per thing."""

    def __init__(self) -> None:
        self._failed: list[str] = []
        self._count = 0
        self._begun = time.monotonic()

    def that(self, what: str, *, holds: bool, why: str = "") -> bool:
        """Note one thing; `why` is shown when it does not hold."""
        self._count += 1
        seconds = time.monotonic() - self._begun
        print(f"{seconds:6.0f} s  {'ok    ' if holds else 'FAILED'}  {what}", flush=True)
        if not holds:
            self._failed.append(what)
            print(why.strip()[-2000:], file=sys.stderr, flush=True)
        return holds

    def end(self) -> int:
        """The last line, and the exit code."""
        print(f"{self._count} things tried, {len(self._failed)} failed")
        return 1 if self._failed else 0
