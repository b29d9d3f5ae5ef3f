"""Draw the cloths with a renderer: `python -m tests.e2e.cloths gpu FOLDER`, in a real window.

Writes a picture per look at rest, and a picture before, some during and one late in a press of the
band. Says how many cloths a shader draws.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Q_ARG, QElapsedTimer, QMetaObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.bridge import fonts, painting, registry, renderer
from kiosk.bridge.painter import Painter

HERE = Path(__file__).resolve().parent
LOOKS = [("dark", False), ("light", True), ("contrast", False)]
PRESSED = QPoint(900, 830)
MOMENTS = (120, 200, 280, 360, 1500)
"""When pictures of a press are taken, in ms; the last one when all is over."""


def main() -> int:
    """Draw and write."""
    chosen, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    renderer.apply("software" if chosen == "software" else "gpu")
    app = QGuiApplication(["cloths"])
    fonts.load_first()
    fonts.load_rest()
    registry.register()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(HERE.parents[1] / "kiosk" / "qml"))
    engine.addImageProvider("weave", Painter(painting.requested))
    engine.load(str(HERE / "Cloths.qml"))
    window: Any = engine.rootObjects()[0]
    QTest.qWaitForWindowExposed(window)
    for name, mirrored in LOOKS:
        dress(window, name, mirrored=mirrored, software=chosen == "software", less=False)
        QTest.qWait(150)
        window.grabWindow().save(str(folder / f"{name}.png"))
    for less in (False, True):
        dress(window, "dark", mirrored=False, software=chosen == "software", less=less)
        press(window, folder, "less" if less else "press")
    shaded = [
        item for item in window.findChildren(QQuickItem) if item.property("front") is not None
    ]
    sys.stdout.write(f"{len(shaded)} shaded\n")
    window.close()
    app.processEvents()
    return 0


def dress(window: Any, name: str, *, mirrored: bool, software: bool, less: bool) -> None:
    """Put the look on."""
    given = [Q_ARG("QVariant", name)] + [Q_ARG("QVariant", v) for v in (mirrored, software, less)]
    QMetaObject.invokeMethod(window, "dress", Qt.ConnectionType.DirectConnection, *given)


def press(window: Any, folder: Path, word: str) -> None:
    """Press the band and look at it from time to time."""
    QTest.qWait(400)
    window.grabWindow().save(str(folder / f"{word}-0.png"))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(window, left, Qt.KeyboardModifier.NoModifier, PRESSED)
    clock = QElapsedTimer()
    clock.start()
    for moment in MOMENTS:
        QTest.qWait(max(1, moment - clock.elapsed()))
        window.grabWindow().save(str(folder / f"{word}-{moment}.png"))
    QTest.mouseRelease(window, left, Qt.KeyboardModifier.NoModifier, PRESSED)
    QTest.qWait(400)


if __name__ == "__main__":
    sys.exit(main())
