"""The real window in this process, for measurements that have to look into it.

Nothing is added to the program for it: the same composition root, the same shell. Time passes in
Qt's own event loop, and the finger is xdotool, which comes through the display like any other.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FINGER_DOWN_SECONDS = 0.09
"""How long a finger stays on the glass in a tap."""
DEFERRED_DELETE = 52
_kept: list[Any] = []
"""What lives until the process ends: taking it down may wait for ever for the thread that draws."""


class Live:
    """The kiosk on its own shell; `size` in px, or None to cover the screen.

    `content` is a bundle's folder, or None for the default.
    """

    def __init__(
        self, backend: str, folder: Path, size: tuple[int, int] | None = None,
        content: Path | None = None, **rules: Any,
    ) -> None:  # fmt: skip
        from msgspec.structs import replace

        from kiosk import app, factory
        from kiosk.bridge import memory
        from kiosk.bridge.shell import Look, Shell
        from kiosk.paths import under
        from kiosk.settings import Settings
        from kiosk.store import reader

        memory.share_one_store()
        self.content: Any = reader.load(content or factory.default_content())
        self.shell = Shell("software" if backend == "software" else "gpu")
        wanted = replace(app.rules_for(self.content.bundle, Settings()), **rules)
        show = app.assemble(self.content, Settings(), wanted, self.shell, under(folder))
        self.session: Any = show.session
        self.desk: Any = show.desk
        self.shell.finish_start()  # with everything, like the kiosk after its first frame
        look = Look(window=size, closable=True)
        self.window: Any = self.shell.show(show.session, look, time.monotonic)
        _kept.append(self)

    def pump(self, seconds: float) -> None:
        """Let the program run, and free at once what is to be deleted."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.shell.app.processEvents()
            self.shell.app.sendPostedEvents(None, DEFERRED_DELETE)

    def named(self, name: str) -> Any:
        """The visible button whose accessible name begins so."""
        from PySide6.QtGui import QAccessible

        for item in self.items():
            if not item.isVisible() or not item.isEnabled() or item.width() == 0:
                continue
            spoken: Any = QAccessible.queryAccessibleInterface(item)
            if spoken is None or spoken.role() != QAccessible.Role.Button:
                continue
            if spoken.text(QAccessible.Text.Name).startswith(name):
                return item
        raise LookupError(f"there is no {name!r} on the {self.session.property('screen')} screen")

    def items(self) -> Iterator[Any]:
        """Everything in the window."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            yield item
            waiting += item.childItems()


def wait(seconds: float) -> None:
    """Let Qt's event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def tap(item: Any) -> None:
    """Let a finger touch the middle of an item that lies in a window at the screen's corner."""
    spot = item.mapToScene(item.boundingRect().center()).toPoint()
    words = f"mousemove {spot.x()} {spot.y()} mousedown 1 sleep {FINGER_DOWN_SECONDS} mouseup 1"
    finger = subprocess.Popen(["xdotool", *words.split()])
    while finger.poll() is None:
        wait(0.02)


def moving(engine: Any, window: Any) -> Any:
    """Put the mover into a window."""
    from PySide6.QtQml import QQmlComponent

    component = QQmlComponent(engine, str(Path(__file__).with_name("Mover.qml")))
    mover: Any = component.create()
    mover.setParent(window)
    mover.setParentItem(window.contentItem())
    mover.setZ(1000)
    return mover


def on_frames(window: Any, call: Callable[[], None]) -> None:
    """Call at once, on the thread that draws, when a frame has been handed to the display."""
    from PySide6.QtCore import Qt

    window.frameSwapped.connect(call, Qt.ConnectionType.DirectConnection)
