"""The one kind of picture provider: QML's `image://NAME/ADDRESS` answered by a Python function."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
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


def _dot() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
