"""What Qt makes in small steps is given up after any of them, and the program lives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import program

CODE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlIncubationController
from bench.live import DEFERRED_DELETE, Live

live = Live("software", Path(sys.argv[1]), (800, 600))
live.session.begin()
live.pump(1)
engine, steps = live.shell.engine, QQmlIncubationController()
engine.setIncubationController(steps)
while steps.incubatingObjectCount():
    steps.incubateFor(100)
component = QQmlComponent(engine)
component.setData(sys.argv[2].encode(), QUrl.fromLocalFile(sys.argv[3]))
assert component.isReady(), component.errorString()
loader = component.create()
loader.setParentItem(live.window.contentItem())
given_up = 0
while True:
    loader.setProperty("active", True)
    for _step in range(given_up):
        steps.incubateFor(0)
    if not steps.incubatingObjectCount():
        break
    loader.setProperty("active", False)
    live.shell.app.sendPostedEvents(None, DEFERRED_DELETE)
    given_up += 1
print(given_up, flush=True)
os._exit(0)
"""
BESIDE = Path(program.FOLDER, "kiosk", "qml", "Kiosk", "Blocks", "Made.qml")
SHAPES = {
    "thread": "Thread { width: 90; height: 90; points: [Qt.point(0, 0), Qt.point(90, 90)] }",
    "lasting": "Thread { lasting: true; points: [Qt.point(0, 0), Qt.point(90, 90)] }",
    "sewn": 'SewnLine { path: "M0 0L90 90"; order: 1; color: "red" }',
    "ground": 'StitchGround { paths: ["M0 0L90 90"]; stitchColor: "red" }',
    "glow": "Glow {}",
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_given_up_at_every_step_of_their_making(name: str, tmp_path: Path) -> None:
    # As home has them: repeated, in an item of a page
    page = f"Item {{ Item {{ Repeater {{ model: 3; delegate: {SHAPES[name]} }} }} }}"
    source = (
        "import QtQuick; import Kiosk.Controls\n"
        f"Loader {{ asynchronous: true; active: false; sourceComponent: {page} }}"
    )
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path), source, str(BESIDE)],
        cwd=program.FOLDER, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[:3000]
    assert int(done.stdout.splitlines()[-1]) > 20
