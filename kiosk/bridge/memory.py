"""The C library's memory: what it keeps is bounded, and is there when a film needs it.

Linux with glibc only; elsewhere nothing is asked for. Imports nothing of PySide.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

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
    film comes anew page by page, 10 ms for each film. What the start needed for a moment is given
    back before: 2 MB of holes that the picture for the next start leaves.
    """
    gc.collect()
    gc.freeze()
    if library := _library():
        library.malloc_trim(0)
    _ask({M_MMAP_THRESHOLD: LARGEST_PIECE, M_TRIM_THRESHOLD: KEPT})


def _ask(settings: dict[int, int]) -> None:
    if library := _library():
        for number, value in settings.items():
            library.mallopt(number, value)


def _library() -> Any:
    """The C library; None where it is not glibc, or Python cannot call it."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        library = ctypes.CDLL(None)
    except (ImportError, OSError):  # a system without libffi
        return None
    return library if hasattr(library, "malloc_trim") else None
