"""The wave of the world map ends by the clock, however few frames there are."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, QPointF, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import registry
from kiosk.bridge.shell import QML_FOLDER
from tests.bridge.screens.conftest import wait

GIVEN = {"stitch": 8, "span": 50, "gain": 1, "origin": QPointF(5, 5)}


def test_late_frames_do_not_lengthen_it(qapp: QObject) -> None:
    registry.register()
    engine = QQmlEngine()
    engine.addImportPath(str(QML_FOLDER))
    address = QUrl.fromLocalFile(str(QML_FOLDER / "Kiosk" / "Blocks" / "WorldWave.qml"))
    component = QQmlComponent(engine, address)
    picture = QQmlComponent(engine)
    picture.setData(b"import QtQuick\nImage {}", "")
    source = picture.create()
    given = {**GIVEN, "source": source, "playing": False, "seconds": 0.4}
    wave: Any = component.createWithInitialProperties(given)
    assert wave is not None, component.errorString()
    window = QQuickWindow()
    wave.setParentItem(window.contentItem())
    window.show()
    wait(50)
    assert wave.property("phase") == 0
    wave.setProperty("playing", True)
    wait(60)
    assert 0 < wave.property("phase") < 2
    time.sleep(0.5)
    wait(60)
    assert wave.property("phase") == 2
    wave.setParentItem(None)
    wave.deleteLater()
    window.close()
    engine.deleteLater()
