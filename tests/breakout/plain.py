"""An ordinary window that tells all that arrives: what is tried on the kiosk must arrive here.

    python -m tests.breakout.plain

Each event is a line of JSON on standard output. It takes what is dropped into it.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEventPoint, QGuiApplication, QRasterWindow

TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class Plain(QRasterWindow):
    """Covers the screen, as the kiosk does, and listens."""

    def event(self, event: Any) -> bool:
        """Tell of an event, then do with it what a window does."""
        said = _words(event)
        if said is not None:
            print(json.dumps(said), flush=True)
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return super().event(event)


def _words(event: Any) -> dict[str, Any] | None:
    kind = event.type()
    if kind in TOUCHES:
        points = [[p.id(), *_place(p.position())] for p in event.points()]
        began = sum(p.state() == QEventPoint.State.Pressed for p in event.points())
        return {"touch": points, "began": began}
    teller = TELLERS.get(kind)
    return teller(event) if teller is not None else None


def _place(point: Any) -> list[int]:
    return [round(point.x()), round(point.y())]


TELLERS: dict[QEvent.Type, Callable[[Any], dict[str, Any]]] = {
    QEvent.Type.KeyPress: lambda event: {"key": event.nativeScanCode(), "text": event.text()},
    QEvent.Type.MouseButtonPress: lambda event: {
        "button": event.button().value,
        "at": _place(event.position()),
    },
    QEvent.Type.MouseMove: lambda event: {"mouse": _place(event.position())},
    QEvent.Type.Wheel: lambda event: {"wheel": [event.angleDelta().x(), event.angleDelta().y()]},
    QEvent.Type.Drop: lambda event: {"drop": [url.toString() for url in event.mimeData().urls()]},
    QEvent.Type.Close: lambda _: {"close": True},
}


def main() -> int:
    """Show the window until somebody ends the program."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    app = QGuiApplication(sys.argv)
    window = Plain()
    window.setFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.Window)
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    window.requestActivate()
    print(json.dumps({"ready": True}), flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
