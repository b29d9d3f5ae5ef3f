"""Freeing what a loader has given up while it was being made.

Qt cancels the making at once, but frees the item only when the event at hand is over. Until then
its bindings go on, and whatever they have made joins the making that is gone: memory that has been
freed is written to.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtQuick import QQuickItem


class Unfinished(QObject):
    """Helper of QML's `SourceLoader`."""

    @Slot(QQuickItem)
    def free(self, loader: QQuickItem) -> None:
        """Free the item that a loader has just given up half made.

        Of its other children none waits to be freed. Not for an item that had become whole: a
        handler of its own may be what replaces it.
        """
        for item in loader.childItems():
            QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete.value)
