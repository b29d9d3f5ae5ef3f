"""Loads Qt's libraries in a thread while Python does other things: a start waits for one of both.

Python keeps its lock while an import opens a library; a call through ctypes does not. Only Qt's own
libraries are loaded so, which know nothing of Python. Whoever opens another library meanwhile waits
for them, so what has libraries of its own is better imported before. What cannot be loaded here is
left to the import, which says why. Imports nothing of PySide.
"""

from __future__ import annotations

import os
import sys
import threading

GUI = "Qt/lib/libQt6Gui.so.6"
"""In the folder of PySide6; it brings Core with it."""
QUICK = "Qt/lib/libQt6Quick.so.6"
"""It brings Gui, Network, Qml and OpenGL with it."""


def begin(library: str = QUICK) -> threading.Thread | None:
    """Begin; None where there is nothing to gain (one processor, or not Linux) or no thread."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
        return None
    thread = threading.Thread(target=_load, args=(library,), daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the system has none to give
        return None
    return thread


def _load(library: str) -> None:
    try:
        import ctypes
        import importlib.util

        found = importlib.util.find_spec("PySide6")
        places = (found and found.submodule_search_locations) or []
        dlopen = ctypes.CDLL(None).dlopen
    except (ImportError, OSError, AttributeError):  # a system without libffi
        return
    dlopen.argtypes = (ctypes.c_char_p, ctypes.c_int)
    dlopen.restype = ctypes.c_void_p
    for place in places:
        dlopen(os.fsencode(f"{place}/{library}"), os.RTLD_LAZY)
