"""PySide comes without its signatures, and has them as soon as somebody asks."""

from __future__ import annotations

import re
import subprocess
import sys

IMPORT = """
import linecache, sys
from kiosk.bridge import lean
if sys.argv[1] == "lean":
    lean.load()
import kiosk.bridge.shell
"""
COUNT = """
names = ("parser", "layout", "errorhandler")
print(sum(f"shibokensupport.signature.{name}" in sys.modules for name in names))
print(len(linecache.cache) > 50)
"""
WRONG = """
import io, pydoc
from PySide6.QtCore import Property, QBuffer, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

class Own(QObject):
    sign = Signal(int)
    told = Property(int, lambda self: 1)

    @Slot(int)
    def hear(self, number):
        self.heard = number

own = Own()
own.sign.connect(own.hear)
own.sign.emit(7)
print(own.heard)
for call in 2 * (
    lambda: QImage().save(QBuffer(), b"PNG"),
    lambda: QImage().setText(1),
    lambda: QImage(*range(12)),
    lambda: QSize("a"),
    lambda: QObject(nosuch=1),
    lambda: QTimer().start("x"),
    lambda: QTimer().timeout.connect(5),
    lambda: QObject().setProperty(1, 2),
    lambda: QQuickWindow.setGraphicsApi("x"),
    lambda: own.sign.emit("x", "y"),
    lambda: setattr(own, "told", 2),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(pydoc.render_doc(QSize, renderer=pydoc.plaintext))
"""


def said(code: str, how: str) -> str:
    """What a new Python says, without the places of objects."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT + code, how],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return re.sub(r"0x[0-9a-f]+", "0x", done.stdout)


def test_what_nobody_asks_for_does_not_come() -> None:
    assert said(COUNT, "lean").split() == ["0", "False"]


def test_pyside_would_bring_it() -> None:
    """When it does no more, `kiosk.bridge.lean` can go."""
    assert said(COUNT, "whole").split() == ["3", "True"]


def test_wrong_calls_and_help_are_in_the_same_words() -> None:
    lean = said(WRONG, "lean")
    assert lean.startswith("7\n")
    assert lean.count("called with wrong argument") > 5
    assert "QSize" in lean
    assert lean == said(WRONG, "whole")
