"""The seam between Qt's pictures and Python's painters."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.bridge.painter import Painter


def test_qt_is_told_the_size(qapp: Any) -> None:
    size = QSize()
    painter = Painter(lambda _address, wanted: QImage(wanted, QImage.Format.Format_RGB32))
    assert painter.requestImage("any", size, QSize(30, 20)).size() == size == QSize(30, 20)


def test_the_empty_address_is_a_dot(qapp: Any) -> None:
    def nothing(_address: str, _wanted: QSize) -> QImage:
        raise AssertionError("not asked")

    assert Painter(nothing).requestImage("", QSize(), QSize()).size() == QSize(1, 1)
