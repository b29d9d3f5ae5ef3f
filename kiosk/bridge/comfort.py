"""What a visitor may change to read better, as intents: the part of the session that does this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.visit import events as ev


class ComfortIntents(Acquainted):
    """Language, text size, colours, movement, reach; the session itself takes the events."""

    if TYPE_CHECKING:

        def post(self, event: ev.Event) -> None:
            """Put an event through the machine."""

    @Slot(str)
    def setLanguage(self, language: str) -> None:
        """Change the language."""
        self.post(ev.SetLanguage(language))

    @Slot(str)
    def setTextSize(self, text_size: str) -> None:
        """Change the text size: standard, large or largest."""
        if text_size in {"standard", "large", "largest"}:
            self.post(ev.SetTextSize(text_size))  # type: ignore[arg-type]

    @Slot(str)
    def setTheme(self, theme: str) -> None:
        """Change the colours: dark, light or contrast."""
        if theme in {"dark", "light", "contrast"}:
            self.post(ev.SetTheme(theme))  # type: ignore[arg-type]

    @Slot(bool)
    def setLessMotion(self, less_motion: bool) -> None:
        """Ask for less movement, or for the usual."""
        self.post(ev.SetLessMotion(less_motion))

    @Slot(bool)
    def setReach(self, reach: bool) -> None:
        """Ask for everything that is touched in the lower part of the screen, or for the usual."""
        self.post(ev.SetReach(reach))

    @Slot()
    def resetComfort(self) -> None:
        """Text size, colours, movement and reach as the stand has them."""
        self.post(ev.ResetComfort())
