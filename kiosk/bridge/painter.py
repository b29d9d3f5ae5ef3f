"""The one kind of picture provider: QML's `image://NAME/ADDRESS` answered by a Python function."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickImageProvider

Paint = Callable[[str, QSize], QImage]
"""Address without the name, and the size in px that QML asks for -> the picture; a null one when
there is none. Called in Qt's loading thread where QML says `asynchronous`."""


class Painter(QQuickImageProvider):
    """Answers with what a function paints, and the empty address with a single dot."""

    def __init__(self, paint: Paint) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._paint = paint

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        """The picture; `size` is filled in for Qt."""
        image = self._paint(address, requested) if address else _dot()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def acquaint(engine: QQmlEngine, names: Iterable[str]) -> None:
    """Let Qt ask each provider once in this thread. Call before QML shows a picture.

    The first time, PySide looks for a method of ours in the place of `imageType` and needs Python's
    lock for that; later it knows that there is none. Qt's loading thread asks with its own lock in
    hand, which the first thread wants whenever a picture gets an address: if that thread is below a
    call from Python just then, both wait for ever.
    """
    component = QQmlComponent(engine)
    component.setData(b"import QtQuick\nImage { asynchronous: false; cache: false }", QUrl())
    image = component.create()
    for name in names:
        image.setProperty("source", f"image://{name}/")
    image.deleteLater()


def _dot() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
