"""What this stand takes as new content: its keys, its site and its settings, put together.

For the commands, the staff's pages and whoever watches for sticks. Not imported before the first
frame. No Qt.
"""

from __future__ import annotations

from kiosk.paths import Places
from kiosk.settings import Settings
from kiosk.store import trust
from kiosk.store.admission import Policy


def policy(places: Places, settings: Settings, floor: int) -> Policy:
    """What the stand takes; `floor` is the highest sequence of its publisher that it has had.

    Raises `ContentError` E186 when the list of keys cannot be read.
    """
    trusted = trust.load(places.trusted_keys)
    unsigned = settings.updates.takes_unsigned(trusting=bool(trusted.keys))
    return Policy(trusted, floor, allow_unsigned=unsigned, site=settings.stand.site)
