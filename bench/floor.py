"""The floor: the smallest PySide6 program that shows one line of text in a QML window.

`python bench/floor.py software|gpu` writes the phases of its start to the file named by
JUOSTA_PHASES, as the kiosk does, and then stays until it is ended.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

marks: dict[str, float] = {}
"""Seconds of the system's monotonic clock at each phase."""


def mark(phase: str) -> None:
    """Note that a phase has been reached."""
    marks[phase] = time.clock_gettime(time.CLOCK_MONOTONIC)


def main() -> int:
    """Show the window and report its first frame."""
    api = QSGRendererInterface.GraphicsApi
    QQuickWindow.setGraphicsApi(api.Software if sys.argv[1] == "software" else api.OpenGL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    mark("qt imported")
    app = QGuiApplication(sys.argv[:1])
    mark("application")
    engine = QQmlApplicationEngine(str(Path(__file__).with_name("Floor.qml")))
    mark("interface built")
    window: Any = engine.rootObjects()[0]

    def first_frame() -> None:
        window.frameSwapped.disconnect(first_frame)
        mark("first frame")
        target = os.environ.get("JUOSTA_PHASES")
        if target:
            Path(target).write_text(json.dumps(marks), encoding="utf-8")

    window.frameSwapped.connect(first_frame, Qt.ConnectionType.QueuedConnection)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
