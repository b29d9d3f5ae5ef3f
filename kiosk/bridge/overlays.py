"""What may stand over every screen beside the visit: the part of the session that does this."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal

from kiosk.bridge.comfort import ComfortIntents


class Overlays(ComfortIntents):
    """A line for those who write the content, and the mark of safe mode."""

    noticeChanged = Signal()
    carefulChanged = Signal()

    _notice = ""
    _careful = False

    def say(self, notice: str) -> None:
        """Show a line for those who write the content, over everything; "" takes it away."""
        self._notice = notice
        self.noticeChanged.emit()

    def be_careful(self) -> None:
        """This is safe mode; a small mark says so."""
        self._careful = True
        self.carefulChanged.emit()

    notice = Property(str, lambda self: self._notice, notify=noticeChanged)
    careful = Property(bool, lambda self: self._careful, notify=carefulChanged)
