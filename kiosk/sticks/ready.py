"""The sticks of a stand, made ready to be read: mounted if need be, unless the settings forbid it.

No Qt. Takes up to seconds: never on the thread of the window.
"""

from __future__ import annotations

from kiosk.settings import Updates
from kiosk.sticks.places import Stick, plugged
from kiosk.sticks.udisks import Disks


def ready(updates: Updates, disks: Disks | None = None) -> list[Stick]:
    """The sticks that are plugged in; [] where the settings let none in."""
    if not updates.usb:
        return []
    (disks or Disks()).mount_new()
    return plugged(updates.sticks)
