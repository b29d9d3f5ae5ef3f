"""The screen of an X server: switching it off and on, its size, and whether it goes dark by itself.

The server is asked over a connection of its own through the C libraries that are there with X; any
touch switches the screen on again. A Wayland compositor keeps this to itself, and so does Windows
for a program that may not run with more rights: there the kiosk shows black and the screen stays
lit. Imports nothing of the kiosk.
"""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Callable
from typing import Any, TypeVar

_LIT, _DARK = 0, 3
"""Levels of DPMS: on, and off."""

Result = TypeVar("Result")


class Panel:
    """The screen of the X server that the program is on. Calls may come from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._dark = False

    def switch(self, *, on: bool) -> bool:
        """Switch it; false when that cannot be done here. Never raises."""
        with self._lock:
            if on and not self._dark:
                return True
            done = bool(_ask(_light if on else _darken))
            self._dark = done and not on
            return done


def saver_seconds() -> int | None:
    """After how many seconds without input the screen goes dark; 0: never, None: nobody says."""
    return _ask(_saver)


def size() -> tuple[int, int] | None:
    """The size of the screen in px; None without an X server."""
    return _ask(_size)


def _ask(work: Callable[[Any, Any, Any], Result]) -> Result | None:
    """Do something with both libraries and a connection; None where there is no server."""
    if os.name == "nt" or not os.environ.get("DISPLAY"):
        return None
    try:
        x11, xext = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return None
    try:
        result = work(x11, xext, display)
        x11.XSync(display, 0)
        return result
    finally:
        x11.XCloseDisplay(display)


def _capable(xext: Any, display: Any) -> bool:
    """Whether the server can switch its screen: asking one that cannot would end the program."""
    spare = ctypes.c_int()
    there = xext.DPMSQueryExtension(display, ctypes.byref(spare), ctypes.byref(spare))
    return bool(there and xext.DPMSCapable(display))


def _darken(_x11: Any, xext: Any, display: Any) -> bool:
    if not _capable(xext, display):
        return False
    xext.DPMSSetTimeouts(display, 0, 0, 0)  # else it would darken by itself in the day
    xext.DPMSEnable(display)
    xext.DPMSForceLevel(display, _DARK)
    return True


def _light(_x11: Any, xext: Any, display: Any) -> bool:
    if not _capable(xext, display):
        return False
    if _enabled(xext, display):
        xext.DPMSForceLevel(display, _LIT)
        xext.DPMSDisable(display)
    return True


def _enabled(xext: Any, display: Any) -> bool:
    level, enabled = ctypes.c_ushort(), ctypes.c_ubyte()
    xext.DPMSInfo(display, ctypes.byref(level), ctypes.byref(enabled))
    return bool(enabled.value)


def _saver(x11: Any, xext: Any, display: Any) -> int:
    seconds, *spare = (ctypes.c_int() for _ in range(4))
    x11.XGetScreenSaver(display, ctypes.byref(seconds), *(ctypes.byref(each) for each in spare))
    found = [seconds.value]
    if _capable(xext, display) and _enabled(xext, display):
        times = [ctypes.c_ushort() for _ in range(3)]
        xext.DPMSGetTimeouts(display, *(ctypes.byref(each) for each in times))
        found += [each.value for each in times]
    return min((each for each in found if each > 0), default=0)


def _size(x11: Any, _xext: Any, display: Any) -> tuple[int, int]:
    screen = x11.XDefaultScreen(display)
    return x11.XDisplayWidth(display, screen), x11.XDisplayHeight(display, screen)
