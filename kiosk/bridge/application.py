"""Qt's application object: one per process, with Qt's words in the kiosk's log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.messages import report, reporter


def application(
    arguments: Sequence[str] = (), without_display: Callable[[], None] | None = None
) -> QGuiApplication:
    """The one there is, or a new one with these arguments.

    `without_display` ends the process with words when no display can be opened.
    """
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    qInstallMessageHandler(report if without_display is None else reporter(without_display))
    made = QGuiApplication([sys.argv[0], *arguments])
    qInstallMessageHandler(report)
    made.setApplicationName("juosta")
    return made
