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


def main() -> int:
    """Show the window and report its first frame."""
    api = QSGRendererInterface.GraphicsApi
    QQuickWindow.setGraphicsApi(api.Software if sys.argv[1] == "software" else api.OpenGL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine(str(Path(__file__).with_name("Floor.qml")))
    window: Any = engine.rootObjects()[0]

    def first_frame() -> None:
        window.frameSwapped.disconnect(first_frame)
        target = os.environ.get("JUOSTA_PHASES")
        if target:
            mark = {"first frame": time.clock_gettime(time.CLOCK_MONOTONIC)}
            Path(target).write_text(json.dumps(mark), encoding="utf-8")

    window.frameSwapped.connect(first_frame, Qt.ConnectionType.QueuedConnection)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
