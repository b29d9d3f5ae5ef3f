"""Somebody who has Python's lock in hand and wants every lock of Qt's, one after the other.

A thread that has one of Qt's and waits for Python's meets it within milliseconds, and both wait for
ever. On a stand that takes a plugin of Qt that is loaded at the very moment.
"""

from __future__ import annotations

import ctypes
import threading
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import PySide6
import shiboken6
from PySide6.QtCore import QObject

PULSE_SECONDS, PAUSE_SECONDS = 0.002, 0.003
OBJECTS = 1000
"""Qt spreads 131 locks over all objects, by their addresses."""
AT_ONCE = 100


def begin() -> None:
    """Contend in a thread of its own, as long as the process lives."""
    threading.Thread(target=_contend, daemon=True).start()


def _contend() -> None:
    library = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Core.so.6"
    core: Any = ctypes.PyDLL(str(library))  # keeps Python's lock
    move = core._ZN7QObject12moveToThreadEP7QThreadN2Qt15Disambiguated_tE
    move.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    current = core._ZN7QThread13currentThreadEv
    current.restype = ctypes.c_void_p
    here = current()
    objects = [QObject() for _ in range(OBJECTS)]
    addresses = cycle(shiboken6.getCppPointer(each)[0] for each in objects)
    while True:
        until = time.monotonic() + PULSE_SECONDS
        while time.monotonic() < until:
            for address in islice(addresses, AT_ONCE):
                move(address, None)
                move(address, here)
        time.sleep(PAUSE_SECONDS)
