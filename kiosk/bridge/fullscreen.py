"""Lays a window over its whole screen."""

from __future__ import annotations

from PySide6.QtGui import QWindow

BORDERLESS = 0x0801
"""Qt.Window and Qt.FramelessWindowHint; by name they cost the start a tenth (`firstframe`)."""


def cover(window: QWindow) -> None:
    """Show it full screen, without a frame.

    Without a window manager nobody enlarges a full-screen window, so its size is set too.
    """
    window.setProperty("flags", BORDERLESS)
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    window.setGeometry(window.screen().geometry())
