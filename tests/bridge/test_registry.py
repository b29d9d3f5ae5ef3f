"""The types of the staff come with the staff, into an engine that has shown other things before."""

from __future__ import annotations

import subprocess
import sys

from kiosk import program

TRY = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.bridge import registry
app = QGuiApplication([])
engine = QQmlEngine()

def known(name):
    component = QQmlComponent(engine)
    line = f"import QtQuick\\nimport Kiosk.Core\\nItem {{ property {name} one }}"
    component.setData(line.encode(), QUrl(f"file:///{name}.qml"))
    return component.isReady()

registry.register_first()
registry.register_rest()
print(known("Story"), known("StaffSettings"), "kiosk.bridge.staffroom" in sys.modules)
registry.register_staff()
registry.register_staff()
print(known("Story"), known("StaffOffer"))
"""


def test_the_types_of_the_staff_wait_for_staff() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRY],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["True False False", "True True"]
