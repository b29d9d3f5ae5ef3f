"""The seam between Qt's pictures and Python's painters: sizes, and two locks that never wait for
each other."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.bridge.painter import Painter

TWO_PICTURES = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.bridge.painter import Painter, acquaint

app = QGuiApplication(sys.argv)
engine = QQmlEngine()
engine.addImageProvider("dots", Painter(lambda *_: QImage(8, 8, QImage.Format.Format_RGB32)))
if sys.argv[1] == "acquainted":
    acquaint(engine, ["dots"])
component = QQmlComponent(engine)
component.setData(b'''
import QtQuick
Item {
    property bool done: first.status === Image.Ready && second.status === Image.Ready
    Image { id: first; asynchronous: true; source: "image://dots/1" }
    Image { id: second; asynchronous: true }
    // Long enough for the loading thread to stand before the provider
    Component.onCompleted: {
        const begun = Date.now();
        while (Date.now() - begun < 300) {}
        second.source = "image://dots/2";
    }
}
''', QUrl())
shown = component.create()  # keeps Python's lock
while not shown.property("done"):
    app.processEvents()
print("shown")
"""


def show_two(how: str, patience: float) -> str:
    """What a process says that shows two pictures below one call from Python."""
    command = [sys.executable, "-c", TWO_PICTURES, how]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=patience)
    return done.stdout.strip()


def test_pictures_come_while_python_is_held() -> None:
    assert show_two("acquainted", 60) == "shown"


def test_without_an_introduction_both_threads_wait_for_ever() -> None:
    """When this fails, PySide has mended it: `acquaint` may go."""
    with pytest.raises(subprocess.TimeoutExpired):
        show_two("strangers", 6)


def test_qt_is_told_the_size(qapp: Any) -> None:
    size = QSize()
    painter = Painter(lambda _address, wanted: QImage(wanted, QImage.Format.Format_RGB32))
    assert painter.requestImage("any", size, QSize(30, 20)).size() == size == QSize(30, 20)


def test_the_empty_address_is_a_dot(qapp: Any) -> None:
    def nothing(_address: str, _wanted: QSize) -> QImage:
        raise AssertionError("not asked")

    assert Painter(nothing).requestImage("", QSize(), QSize()).size() == QSize(1, 1)
