"""First calls that must come while nothing is locked: made here, before Qt makes them.

PySide looks for a method of ours in the place of each of Qt's own when that is called for the first
time, once for each object, and needs Python's lock for that; later it knows that there is none. Qt
makes some of these calls with a lock of its own in hand. If the thread that has Python's lock wants
Qt's just then, both wait for ever.

Knows nothing of content or visits.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import SIGNAL, QObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine


def with_disconnecting(*senders: QObject) -> None:
    """Let PySide look for `disconnectNotify` of objects that Qt may connect something to.

    Qt calls it with the locks of both ends of a connection in hand: when JavaScript's garbage is
    swept (a list read from a property that tells of its changes is connected to it), and when a
    receiver is deleted (a repeater is connected to the objects it repeats). Few locks serve all
    objects, and whoever loads a plugin of Qt in another thread wants one of them.
    """
    signal = SIGNAL("destroyed()")
    for sender in senders:
        QObject.disconnect(QObject.connect(sender, signal, sender, signal))


class Acquainted(QObject):
    """Base of the objects of Python that QML sees."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with_disconnecting(self)

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if callable(value):  # it could be a method in the place of Qt's: PySide will look again
            with_disconnecting(self)


def with_pictures(engine: QQmlEngine, names: Iterable[str]) -> None:
    """Let PySide look for `imageType` of these providers. Call before QML shows a picture.

    Qt's loading thread asks with its own lock in hand, which the first thread wants whenever a
    picture gets an address.
    """
    component = QQmlComponent(engine)
    component.setData(b"import QtQuick\nImage { asynchronous: false; cache: false }", QUrl())
    image = component.create()
    for name in names:
        image.setProperty("source", f"image://{name}/")
    image.deleteLater()
