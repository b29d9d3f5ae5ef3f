"""What the staff screens need of the world behind them; `kiosk.app` hands in the real one."""

from __future__ import annotations

from typing import Protocol


class StaffDesk(Protocol):
    """PIN and facts of the stand. All calls are thread-safe."""

    @property
    def stand_name(self) -> str:
        """The stand's name from its settings; may be empty."""
        ...

    def has_pin(self) -> bool:
        """Whether staff have chosen a PIN."""
        ...

    def locked_seconds(self) -> float:
        """Seconds until the next try is allowed; 0 when it is allowed now."""
        ...

    def accepts(self, pin: str) -> bool:
        """Whether the PIN is right. Takes about half a second: call it off the GUI thread."""
        ...
