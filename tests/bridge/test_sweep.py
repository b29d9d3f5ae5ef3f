"""What nobody holds any more is freed after a change of place, in the real window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kiosk import program

CODE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QObject
from PySide6.QtQml import QJSEngine
from bench.live import Live
live = Live("software", Path(sys.argv[1]), (800, 600))
live.session.begin()
live.pump(3)
gone = []
left = QObject()
left.destroyed.connect(lambda: gone.append(True))
QJSEngine.setObjectOwnership(left, QJSEngine.ObjectOwnership.JavaScriptOwnership)
live.shell.engine.newQObject(left)
live.pump(3)
rested = bool(gone)
live.session.placeChanged.emit()  # a real change makes garbage enough to be collected for
live.pump(3)
print(rested, bool(gone), flush=True)
os._exit(0)
"""


def test_garbage_of_javascript_goes_with_the_place_it_was_made_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "True"], done.stderr
