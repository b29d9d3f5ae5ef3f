"""One display for work of several steps: a bar on a terminal, a line per step elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn


class Steps:
    """Says which of the steps is being done, and how far it is."""

    def __init__(self, title: str, names: Sequence[str]) -> None:
        self._title = title
        self._names = list(names)
        self._console = Console(stderr=True)
        self._begun = time.monotonic()

    @contextmanager
    def step(self, name: str) -> Generator[Progress]:
        """Do one step; the yielded bar is told of its parts with `part`."""
        number = self._names.index(name) + 1
        words = f"{self._title} {number}/{len(self._names)}: {name}"
        columns = (TextColumn(words), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        hidden = not self._console.is_terminal
        with Progress(*columns, console=self._console, transient=True, disable=hidden) as bar:
            bar.add_task(name, total=None)
            begun = time.monotonic()
            yield bar
        seconds = time.monotonic() - begun
        sys.stderr.write(f"{words} ({seconds:.0f} s)\n")
        sys.stderr.flush()

    def done(self, words: str) -> None:
        """The line at the end."""
        seconds = time.monotonic() - self._begun
        sys.stderr.write(f"{self._title}: {words} ({seconds:.0f} s)\n")


def part(bar: Progress, done: int, total: int) -> None:
    """Tell the bar of a step how many of its parts are done."""
    bar.update(bar.task_ids[0], completed=done, total=total)
