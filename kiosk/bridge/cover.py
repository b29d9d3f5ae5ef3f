"""Keeps the window over the screen: pulled out and plugged in again, turned, of another size.

Without a window manager nobody else does it. Made after the first frame, which has the screen that
was there at the start.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

log = logging.getLogger(__name__)

CALM_MILLISECONDS = 60
"""A screen that comes tells of itself in pieces: size, place, turn."""


class Cover(QObject):
    """Follows the first screen there is. Belongs to the window."""

    def __init__(self, window: QWindow, app: QGuiApplication) -> None:
        super().__init__(window)
        self._window = window
        self._calm = QTimer(self, singleShot=True, interval=CALM_MILLISECONDS)
        self._calm.timeout.connect(self.cover)
        app.screenAdded.connect(self._listen)
        app.screenRemoved.connect(self._gone)
        app.primaryScreenChanged.connect(self._changed)
        window.screenChanged.connect(self._changed)
        for screen in app.screens():
            self._listen(screen)
        self.cover()  # what happened since the first frame was asked for

    def _listen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._changed()

    def _gone(self, screen: QScreen) -> None:
        log.info("the screen %s is gone", screen.name())
        if QGuiApplication.platformName().startswith("wayland"):
            # Weston shows a window nowhere any more once its screen is gone and another is left,
            # and where the window lies only Weston knows: it is shown anew
            self._window.hide()
        self._changed()

    def _changed(self, *_: object) -> None:
        self._calm.start()

    def cover(self) -> None:
        """Lay the window over the whole screen, if it does not lie there already."""
        screen = QGuiApplication.primaryScreen()
        if screen is None or screen.geometry().isEmpty():
            return
        place = screen.geometry()
        if self._window.screen() is not screen:
            self._window.setScreen(screen)
        if self._window.visibility() != QWindow.Visibility.FullScreen:
            self._window.showFullScreen()
        if self._window.geometry() != place:
            log.info("the screen is %d x %d", place.width(), place.height())
            self._window.setGeometry(place)
