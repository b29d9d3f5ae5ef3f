"""The screen and the finger on it: how large a button is, and whether a touch screen is there.

Linux tells both without a window, in /sys: so the answer is the same over a remote shell.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.findings import Finding
from kiosk.guard import panel
from kiosk.said import said
from kiosk.settings import Settings

TARGET_UNITS = 64
"""The smallest thing one touches, in u: a 1080th of the screen's short side."""
TARGET_MM = 15.0
_INCH_MM = 25.4
_DIRECT = 1
"""The bit among a device's properties (INPUT_PROP_DIRECT) for one that lies on the screen."""

Size = tuple[int, int]


@dataclass(frozen=True)
class Machine:
    """Where the facts come from: the tree of /sys, and who else knows the size of the screen."""

    sys: Path = Path("/sys")
    window_size: Callable[[], Size | None] = panel.size


def look(settings: Settings, machine: Machine) -> Iterator[Finding]:
    """All about screen and touch."""
    size = size_of(machine)
    if size is None:
        words = said("No screen is seen from here.")
        fix = said("Plug it in, or run this in the session of the kiosk.")
        yield Finding("screen", "amber", words, fix)
    else:
        yield Finding("screen", "green", f"{size[0]} × {size[1]}")
        yield _buttons(size, settings.screen.diagonal_inches)
    yield _touch(machine)


def size_of(machine: Machine) -> Size | None:
    """Pixels of the screen that is plugged in."""
    for status in sorted(machine.sys.glob("class/drm/card*-*/status")):
        try:
            if status.read_text().strip() != "connected":
                continue
            first = (status.parent / "modes").read_text().split()[0]
            width, height = first.rstrip("ip").split("x")
            return int(width), int(height)
        except (OSError, ValueError, IndexError):
            continue
    return machine.window_size()


def button_mm(size: Size, diagonal_inches: float) -> float:
    """The side of the smallest button on a screen, in mm."""
    short, long = sorted(size)
    unit = min(short / 1080, long / 1920)
    return TARGET_UNITS * unit * diagonal_inches * _INCH_MM / math.hypot(*size)


def _buttons(size: Size, diagonal_inches: float | None) -> Finding:
    if diagonal_inches is None:
        words = said(
            "Nobody has told how large the screen is, so nobody knows how large a button is."
        )
        return Finding("buttons", "amber", words, "kiosk config set screen.diagonal_inches 43")
    side = button_mm(size, diagonal_inches)
    if side >= TARGET_MM:
        return Finding("buttons", "green", f"{side:.0f} mm at least, on {diagonal_inches:g} inches")
    needed = math.ceil(diagonal_inches * TARGET_MM / side * 2) / 2
    words = said(
        "The smallest button is {side} mm, and a finger needs {least} mm.",
        side=f"{side:.1f}",
        least=f"{TARGET_MM:.0f}",
    )
    fix = said(
        "Take a screen of at least {inches} inches, or correct screen.diagonal_inches.",
        inches=f"{needed:g}",
    )
    return Finding("buttons", "red", words, fix, "E171")


def _touch(machine: Machine) -> Finding:
    folder = machine.sys / "class/input"
    if not folder.is_dir():
        words = said("Which touch screens there are cannot be seen from here.")
        return Finding("touch", "amber", words, said("Try it: touch the screen."))
    names = [name for device in sorted(folder.glob("event*/device")) if (name := _glass(device))]
    if names:
        return Finding("touch", "green", ", ".join(dict.fromkeys(names)))
    words = said("No touch screen is plugged in.")
    fix = said("Plug in the USB cable of the screen, then look again.")
    return Finding("touch", "red", words, fix)


def _glass(device: Path) -> str:
    """The name of a touch screen; empty for any other device."""
    try:
        properties = int((device / "properties").read_text().split()[-1], 16)
        absolute = int((device / "capabilities/abs").read_text().split()[-1], 16)
        name = (device / "name").read_text().strip()
    except (OSError, ValueError, IndexError):
        return ""
    on_screen = properties >> _DIRECT & 1 and absolute & 3 == 3
    return (name or "a touch screen without a name") if on_screen else ""
