"""What a window shows, for whoever has to judge it without eyes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.fonts import ICON_FAMILY


def draws(window: QQuickWindow) -> bool:
    """Draw the window now, into memory; false when that cannot be done."""
    return not window.grabWindow().isNull()


def visible_texts(window: QQuickWindow) -> Iterator[str]:
    """The texts of all visible items, icons left out."""
    waiting = [window.contentItem()]
    while waiting:
        item: QQuickItem = waiting.pop()
        if not item.isVisible() or item.opacity() == 0:
            continue
        if item.inherits("QQuickText") and item.property("font").family() != ICON_FAMILY:
            yield str(item.property("text"))
        waiting += item.childItems()
