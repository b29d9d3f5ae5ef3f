"""Progress bars for whatever takes longer than a second; silent when nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def follow(items: Iterable[Item], total: int, words: str) -> Iterator[Item]:
    """Yield the items; on a terminal a bar on stderr shows how far it is."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, words, total, console=Console(stderr=True), transient=True)
