"""What runs beside the show by the clock: a look now and then, disk and screen in threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.bridge.background import Background
from kiosk.bridge.session import Session


class Clockwork(Background):
    """Reads in a thread, then looks on the GUI thread, then acts in a thread; again and again."""

    def __init__(
        self,
        session: Session,
        seconds: float,
        read: Callable[[], Any],
        look: Callable[[], Any],
        act: Callable[[], Any],
    ) -> None:
        super().__init__(session)
        self._read, self._look, self._act = read, look, act
        session.modeChanged.connect(self._follow)  # type: ignore[attr-defined] - one of VIEW
        self.every(seconds, self.turn)
        self.turn()

    def turn(self) -> None:
        """One round."""
        self.run(self._read, lambda _: self._looked())

    def _looked(self) -> None:
        self._look()
        self._follow()

    def _follow(self) -> None:
        self.run(self._act, lambda _: None)
