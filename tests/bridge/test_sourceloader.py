"""What a loader makes goes without a rest, however often; Qt's own keeps something each time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import (
    QEvent,
    QLoggingCategory,
    QMetaObject,
    QObject,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.bridge import registry
from kiosk.bridge.shell import QML_FOLDER

TIMES = 40
OBJECT = 64
"""Bytes of the smallest object in JavaScript's heap."""
PART = b"import QtQuick; Item { required property var given; property int other: 0 }"
SCENE = b"""
import QtQuick
import Kiosk.Ui

Item {
    id: root
    property url part
    property Item made: null

    function values() { return { given: Qt.binding(() => root.width), other: 2 } }
    function again() { reused.show(part, values()) }
    function anew() {
        made?.destroy();
        made = single.createObject(root);
        made.show(part, values());
    }
    function early() {
        const late = single.createObject(root, { asynchronous: true });
        late.show(part, values());
        late.destroy();
    }
    function broken() { reused.show("missing.qml", values()) }
    function nothing() { reused.show("", null) }
    function qt() { plain.setSource(part, values()) }

    property alias shown: reused.item
    SourceLoader { id: reused }
    Loader { id: plain }
    Component { id: single; SourceLoader {} }
}
"""


class Scene:
    """Loaders in an engine of their own, and what its JavaScript holds."""

    def __init__(self, folder: Path, app: Any) -> None:
        (folder / "Part.qml").write_bytes(PART)
        self._app = app
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(QML_FOLDER))
        self.component = component = QQmlComponent(self.engine)  # root goes with it
        component.setData(SCENE, QUrl())
        part = QUrl.fromLocalFile(str(folder / "Part.qml"))
        self.root: Any = component.createWithInitialProperties({"part": part})
        assert isinstance(self.root, QObject), component.errorString()
        self.held = 0

    def call(self, name: str, times: int) -> None:
        for _ in range(times):
            assert QMetaObject.invokeMethod(self.root, name)
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def kept(self, name: str) -> int:
        """Bytes that `TIMES` more calls leave behind; the first ones fill what is used again."""
        self.call(name, 5)
        before = self._living()
        self.call(name, TIMES)
        return self._living() - before

    def _living(self) -> int:
        for _ in range(3):
            gc.collect()
            self.engine.collectGarbage()
            self._app.processEvents()
        return self.held

    def said(self, message: str) -> None:
        """Qt tells how many bytes its collector of garbage has left."""
        if "after GC" in message:
            self.held = int(message.rsplit(":", 1)[1])


@pytest.fixture
def scene(qapp: Any, tmp_path: Path) -> Iterator[Scene]:
    QLoggingCategory.setFilterRules("qt.qml.gc.*.debug=true")
    registry.register_first()
    made = Scene(tmp_path, qapp)
    before: Callable[..., None] | None = qInstallMessageHandler(
        lambda _kind, _context, message: made.said(message)
    )
    yield made
    qInstallMessageHandler(before)
    QLoggingCategory.setFilterRules("")
    made.root.deleteLater()
    made.engine.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_first_properties_arrive(scene: Scene) -> None:
    scene.call("again", 2)
    shown = scene.root.property("shown")
    assert shown.property("other") == 2
    scene.root.setProperty("width", 30)
    assert shown.property("given") == 30, "a binding among them lives"


def test_what_was_shown_goes(scene: Scene) -> None:
    scene.call("again", 1)
    scene.call("nothing", 1)
    assert scene.root.property("shown") is None


@pytest.mark.parametrize("way", ["again", "anew", "early", "broken", "nothing"])
def test_nothing_is_kept(scene: Scene, way: str) -> None:
    assert scene.kept(way) < 0.25 * OBJECT * TIMES, way
    assert scene.held > 100_000, "the collector has told what it left"


def test_loader_itself_keeps_something(scene: Scene) -> None:
    kept = scene.kept("qt")
    assert kept >= OBJECT * TIMES, "Qt's Loader.setSource keeps nothing any more: use it"
