"""The first frame is told once, outside the frame, and nothing dear is made before it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QThread
from PySide6.QtQuick import QQuickWindow

from kiosk import program
from kiosk.bridge.firstframe import FirstFrame

WATCHED_START = """
import enum, os, sys
made, true = [], enum.EnumType.__new__
def new(metaclass, name, *rest, **more):
    made.append(name)
    return true(metaclass, name, *rest, **more)
enum.EnumType.__new__ = staticmethod(new)
from kiosk import commandline, phases
def first_frame():
    print("FRAME", *made, *sys.modules, flush=True)
    os._exit(0)
phases.write = first_frame
commandline.main(["run", "--no-supervisor", "--renderer", "software", *sys.argv[1:]])
"""


def test_it_is_told_once_and_not_inside_the_frame(qtbot: Any) -> None:
    window = QQuickWindow()
    told: list[QThread] = []
    first = FirstFrame(window, lambda: told.append(QThread.currentThread()))
    window.frameSwapped.emit()
    window.frameSwapped.emit()
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    window.frameSwapped.emit()
    qtbot.wait(20)
    assert told == [window.thread()]
    assert first.parent() is window
    window.deleteLater()


LATER = {
    "cryptography", "sqlite3", "zoneinfo", "jsonschema", "tomllib", "PIL", "psutil",
    "kiosk.staffrecords", "kiosk.overview", "kiosk.stats", "kiosk.bridge.painting",
}  # fmt: skip
"""What nobody sees anything of in the first frame."""


def test_a_start_makes_nothing_dear_before_its_first_frame(tmp_path: Path) -> None:
    """Any use of PySide's `Qt` makes Key and ninety more, into which a tenth of a start went."""
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "JUOSTA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_START],
        cwd=program.FOLDER, env=around, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    frame = next(line for line in done.stdout.splitlines() if line.startswith("FRAME"))
    assert "QtMsgType" in frame.split()  # it would have been seen
    assert "Key" not in frame.split()
    assert "kiosk.bridge.session" in frame.split()
    assert LATER & set(frame.split()) == set()
