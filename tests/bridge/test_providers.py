"""The program's own pictures: only those, and Qt loads one of its readers of pictures for them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize

from kiosk import program
from kiosk.bridge import pictures, providers

SHOW = """
import time
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.bridge import providers
app = QGuiApplication([])
engine = QQmlEngine()
providers.add(engine)
component = QQmlComponent(engine)
source = b'"image://own/chain-landscape-dark.jpg"; sourceSize: Qt.size(640, 203)'
component.setData(b"import QtQuick\\nImage { asynchronous: true; source: " + source + b" }", QUrl())
picture = component.create()
end = time.monotonic() + 20
while picture.property("implicitWidth") == 0 and time.monotonic() < end:
    app.processEvents()
print(picture.property("implicitWidth"))
for line in Path("/proc/self/maps").read_text().splitlines():
    if "/imageformats/" in line:
        print(line.rpartition("/")[2])
"""


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
@pytest.mark.parametrize("light", ["dark", "light"])
def test_the_chain_is_found_in_each_light_and_fits_the_screen(shape: str, light: str) -> None:
    width, height, horizon = (1280, 720, 314) if shape == "landscape" else (720, 1280, 600)
    read = pictures.reader(providers.own)
    people = read(f"chain-{shape}-{light}.jpg", QSize(width, height - horizon))
    assert people.size() == QSize(width, height - horizon)
    sky = read(f"sky-{shape}-{light}.jpg", QSize())
    assert sky.width() / sky.height() == pytest.approx(width / horizon, rel=0.01)
    assert sky.width() <= width / 2


@pytest.mark.parametrize("name", ["", ".", "..", "../Main.qml", "/etc/passwd", "none.jpg"])
def test_nothing_else_is_a_picture_of_the_program(name: str) -> None:
    assert providers.own(name) is None


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which libraries are loaded")
def test_a_picture_of_the_program_brings_one_reader() -> None:
    """From a file QML would load all of Qt's, to know which there are."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    width, *readers = done.stdout.splitlines()
    assert width == "640.0"
    assert set(readers) == {"libqjpeg.so"}
