"""What nobody holds any more is freed after a change of place, in the real window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kiosk import program

SWEPT = """
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


ENDED = """
import os, sys, time
from pathlib import Path
from bench.live import Live
live = Live("software", Path(sys.argv[1]), (800, 600))
live.session.placeChanged.emit()
time.sleep(1)  # busy with something else until a sweep is due
live.shell.close()
print("closed", flush=True)
os._exit(0)
"""


def _run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=program.FOLDER, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip


def test_garbage_of_javascript_goes_with_the_place_it_was_made_for(tmp_path: Path) -> None:
    done = _run(SWEPT, tmp_path)
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_a_sweep_that_is_due_at_the_end_asks_nothing_of_what_is_gone(tmp_path: Path) -> None:
    done = _run(ENDED, tmp_path)
    assert (done.stdout, done.stderr) == ("closed\n", "")
