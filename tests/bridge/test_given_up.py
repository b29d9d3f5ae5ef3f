"""What Qt makes in small steps is given up after any of them, and the program lives."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMetaObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlIncubationController

from kiosk import program
from kiosk.bridge import registry
from kiosk.bridge.shell import QML_FOLDER

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
PAGE = """
import QtQuick
Item {
    id: root
    required property var scene
    readonly property int heard: scene.count
    onHeardChanged: scene.late++
    Repeater { model: root.scene.count; Item { Component.onCompleted: {} } }
    Component.onCompleted: {}
}
"""
SCENE = b"""
import QtQuick
import Kiosk.Ui
Item {
    id: root
    property url page
    property int count: 3
    property int late: 0
    readonly property bool made: loader.item !== null
    function begin() { loader.show(page, { scene: root }) }
    function giveUp() { loader.show("", null); late = 0; count = 7 - count }
    function replace() { loader.show(page, { scene: root }); late = 0; count = 7 - count }
    function end() { loader.show("", null) }
    SourceLoader { id: loader; asynchronous: true }
}
"""
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


class Scene:
    """A loader whose page is made step by step; everything happens in one event of Qt."""

    def __init__(self, folder: Path, app: Any) -> None:
        self._app = app
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(QML_FOLDER))
        self.steps = QQmlIncubationController()
        self.engine.setIncubationController(self.steps)
        page = folder / "Page.qml"
        page.write_text(PAGE, encoding="utf-8")
        self.component = QQmlComponent(self.engine)
        self.component.setData(SCENE, QUrl())
        self.root: Any = self.component.createWithInitialProperties(
            {"page": QUrl.fromLocalFile(str(page))}
        )
        assert self.root is not None, self.component.errorString()

    def call(self, name: str) -> None:
        assert QMetaObject.invokeMethod(self.root, name)

    def make(self, steps: int) -> bool:
        """Make so many steps of the page; whether it is whole."""
        until = time.monotonic() + 10
        while not self.steps.incubatingObjectCount() and not self.root.property("made"):
            assert time.monotonic() < until, "the file of the page is never read"
            self._app.processEvents()
        for _ in range(steps):
            self.steps.incubateFor(0)
        return bool(self.root.property("made"))

    def rest(self) -> None:
        while self.steps.incubatingObjectCount():
            self.steps.incubateFor(100)
        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def scene(qapp: Any, tmp_path: Path) -> Iterator[Scene]:
    registry.register_first()
    made = Scene(tmp_path, qapp)
    yield made
    made.call("end")
    made.rest()
    made.root.deleteLater()
    made.engine.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("way", ["giveUp", "replace"])
def test_what_is_given_up_hears_of_nothing_any_more(scene: Scene, way: str) -> None:
    steps = 1
    scene.call("begin")
    while not scene.make(steps):
        scene.call(way)
        assert scene.root.property("late") == 0, f"after {steps} steps"
        scene.rest()
        scene.call("end")
        scene.rest()
        steps += 1
        scene.call("begin")
    assert steps > 20
