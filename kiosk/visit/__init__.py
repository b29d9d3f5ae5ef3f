"""One visitor's visit as a pure state machine. Imports neither Qt nor anything of the bridge."""

from kiosk.visit.machine import advance, deadline
from kiosk.visit.outline import Outline, outline_of
from kiosk.visit.state import (
    Closing,
    Comfort,
    Mode,
    Panel,
    Place,
    Rules,
    SignRow,
    State,
    start_state,
)

__all__ = [
    "Closing",
    "Comfort",
    "Mode",
    "Outline",
    "Panel",
    "Place",
    "Rules",
    "SignRow",
    "State",
    "advance",
    "deadline",
    "outline_of",
    "start_state",
]
