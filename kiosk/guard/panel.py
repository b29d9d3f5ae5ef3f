"""Switching the screen itself off and on, where the platform lets a program do that.

On X11 the server does it (DPMS), asked over a connection of its own through the C libraries that
are there with X; any touch switches it on again. A Wayland compositor keeps this to itself, and so
does Windows for a program that may not run with more rights: there the kiosk shows black and the
screen stays lit. Imports nothing of the kiosk.
"""

from __future__ import annotations

import ctypes
import os
import threading
from typing import Any

_LIT, _DARK = 0, 3
"""Levels of DPMS: on, and off."""


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
            done = _on_x11(_light if on else _darken)
            self._dark = done and not on
            return done


def _on_x11(work: Any) -> bool:
    if os.name == "nt" or not os.environ.get("DISPLAY"):
        return False
    try:
        x11, xext = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return False
    try:
        spare = ctypes.c_int()
        there = xext.DPMSQueryExtension(display, ctypes.byref(spare), ctypes.byref(spare))
        # Asking a server that cannot is an error that would end the program
        if not there or not xext.DPMSCapable(display):
            return False
        work(xext, display)
        x11.XSync(display, 0)
        return True
    finally:
        x11.XCloseDisplay(display)


def _darken(xext: Any, display: Any) -> None:
    xext.DPMSSetTimeouts(display, 0, 0, 0)  # else it would darken by itself in the day
    xext.DPMSEnable(display)
    xext.DPMSForceLevel(display, _DARK)


def _light(xext: Any, display: Any) -> None:
    level, enabled = ctypes.c_ushort(), ctypes.c_ubyte()
    xext.DPMSInfo(display, ctypes.byref(level), ctypes.byref(enabled))
    if enabled.value:
        xext.DPMSForceLevel(display, _LIT)
        xext.DPMSDisable(display)
