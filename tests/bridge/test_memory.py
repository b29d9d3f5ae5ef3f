"""What is asked of the C library's memory, as it answers itself."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys

import pytest

from kiosk import program
from kiosk.bridge import memory

STORES = (
    "import ctypes, sys, threading\nfrom kiosk.bridge import memory\n"
    "if 'shared' in sys.argv:\n    memory.share_one_store()\n"
    "meet = threading.Barrier(7)\n"
    "def keep():\n    kept = bytearray(90_000)\n    meet.wait()\n    return kept\n"
    "for _ in range(6):\n    threading.Thread(target=keep).start()\n"
    "meet.wait()\nlibrary = ctypes.CDLL(None)\n"
    "library.malloc_info(0, ctypes.c_void_p.in_dll(library, 'stdout'))\n"
    "library.fflush(None)\n"
)
"""Prints what the C library says of its stores after six threads have held memory side by side."""
HOLES = (
    "import ctypes, psutil\nfrom kiosk.bridge import memory\n"
    "library = ctypes.CDLL(None)\nlibrary.malloc.restype = ctypes.c_void_p\n"
    "library.free.argtypes = [ctypes.c_void_p]\n"
    "kept = [library.malloc(60_000) for _ in range(600)]\n"
    "for piece in kept:\n    ctypes.memset(ctypes.c_void_p(piece), 1, 60_000)\n"
    "for piece in kept[1::2]:\n    library.free(piece)\n"
    "before = psutil.Process().memory_info().rss\nmemory.settle()\n"
    "print(before - psutil.Process().memory_info().rss)\n"
)
"""Prints how much of 18 MB of holes is given back."""
needs_glibc = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"), reason="not glibc"
)


def stores(*words: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", STORES, *words],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.count("<heap nr=")


@needs_glibc
def test_all_threads_have_one_store() -> None:
    assert stores() > 1
    assert stores("shared") == 1


def test_a_system_without_libffi_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    memory.share_one_store()


@needs_glibc
def test_what_the_start_needed_for_a_moment_is_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLES],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert int(done.stdout) > 12_000_000


def test_memory_settles_once_the_program_is_complete() -> None:
    gc.unfreeze()
    try:
        memory.settle()
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()
