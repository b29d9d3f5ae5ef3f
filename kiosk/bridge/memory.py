"""The C library's memory: what it keeps is bounded, and is there when a film needs it.

Linux with glibc only; elsewhere nothing is asked for. Imports nothing of PySide.
"""

from __future__ import annotations

import gc
import sys

MEGABYTE = 1024 * 1024
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""Numbers of `mallopt`, from malloc.h."""
LARGEST_PIECE = 32 * MEGABYTE
"""The most that the C library takes here."""
KEPT = 48 * MEGABYTE
"""Two pictures of a screen at 1080p and what lies between them."""


def share_one_store() -> None:
    """Let all threads have one store of memory; call before there is a second thread.

    Else glibc gives threads that load pictures stores of their own, and keeps up to `KEPT` free in
    each, which no call gives back.
    """
    _ask({M_ARENA_MAX: 1})


def settle() -> None:
    """Spare the frames to come: call once when the program is complete and nothing moves.

    What is there now is no garbage, and looking through all of it takes 45 ms each time. A film
    needs two pictures of the screen; memory that the C library gives back to the system after each
    film comes anew page by page, 10 ms for each film.
    """
    gc.collect()
    gc.freeze()
    _ask({M_MMAP_THRESHOLD: LARGEST_PIECE, M_TRIM_THRESHOLD: KEPT})


def _ask(settings: dict[int, int]) -> None:
    if sys.platform != "linux":
        return
    try:
        import ctypes

        mallopt = ctypes.CDLL(None).mallopt
    except (ImportError, OSError, AttributeError):  # a system without libffi, or without glibc
        return
    for number, value in settings.items():
        mallopt(number, value)
