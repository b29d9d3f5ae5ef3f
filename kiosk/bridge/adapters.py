"""What Windows calls its graphics cards. Imported on Windows only, by `kiosk.bridge.renderer`."""

from __future__ import annotations

import ctypes
from typing import Any, cast

MOST = 16


class Device(ctypes.Structure):
    """DISPLAY_DEVICEW; its letters are two bytes on every system."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("name", ctypes.c_uint16 * 32),
        ("words", ctypes.c_uint16 * 128),
        ("flags", ctypes.c_uint32),
        ("id", ctypes.c_uint16 * 128),
        ("key", ctypes.c_uint16 * 128),
    )


def names(ask: Any = None) -> list[str]:
    """The cards, each once, sorted; another driver gives another name."""
    ask = ask or cast("Any", ctypes).windll.user32.EnumDisplayDevicesW
    found: set[str] = set()
    for number in range(MOST):
        device = Device(size=ctypes.sizeof(Device))
        if not ask(None, number, ctypes.byref(device), 0):
            break
        text = bytes(device.words).decode("utf-16-le", errors="replace").partition("\0")[0]
        found.add(" ".join(text.split()))
    return sorted(found - {""})
