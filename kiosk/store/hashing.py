"""SHA-256 beside the work that reads and writes: hashing costs as much as copying does. No Qt."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

_WORTH_A_THREAD = 1 << 16


class Digest:
    """The sum of pieces; large ones are added while the caller goes on with something else.

    No more than one piece waits, so that memory stays bounded. Pieces must not be changed.
    """

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._waiting: Future[None] | None = None

    def update(self, piece: bytes) -> None:
        """Add a piece."""
        self._settle()
        if len(piece) < _WORTH_A_THREAD:
            self._sum.update(piece)
        else:
            self._waiting = _worker().submit(self._sum.update, piece)

    def hexdigest(self) -> str:
        """The sum so far, in hex."""
        self._settle()
        return self._sum.hexdigest()

    def _settle(self) -> None:
        if self._waiting is not None:
            self._waiting.result()
            self._waiting = None


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="sha256")
