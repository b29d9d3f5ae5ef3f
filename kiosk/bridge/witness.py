"""What may look on at visits; `kiosk.app` hands in the counters of `kiosk.stats`."""

from __future__ import annotations

from typing import Protocol

from kiosk.visit import Rules, State
from kiosk.visit.events import Event


class Witness(Protocol):
    """Sees every step of the visit machine and can change none."""

    def seen(self, before: State, event: Event, after: State, rules: Rules) -> None:
        """A step, on the GUI thread. It returns at once and never raises."""
        ...
