"""Tells once that the first frame is on the screen.

Without `Qt.ConnectionType`: the first use of any name in PySide's `Qt` makes all its enumerations,
Qt.Key and ninety others, which is a tenth of a whole start.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow


class FirstFrame(QObject):
    """Calls back on the GUI thread, with no frame under way. Belongs to the window."""

    def __init__(self, window: QQuickWindow, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = [call]
        window.frameSwapped.connect(self.swapped)

    @Slot()
    def swapped(self) -> None:
        """A frame is there. A thread that draws does not wait for this: Qt hands it over."""
        if self._waiting:  # a second frame may be on its way before the first one is told
            self._window.frameSwapped.disconnect(self.swapped)
            # Where no thread draws this is still inside the frame
            QTimer.singleShot(0, self._waiting.pop())
