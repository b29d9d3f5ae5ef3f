"""Takes a window that a GPU draws down before the program ends.

Only when its graphics go does Qt write down the shaders that it has compiled for them, and the next
start finds them: on a stand that is started anew each night no other moment comes.
"""

from __future__ import annotations

import os
import threading

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtQuick import QQuickWindow

SECONDS = 3
"""A window that is not gone by then waits for a driver that does not answer."""


def begin(window: QQuickWindow) -> None:
    """Close the window as soon as Qt looks for events; end the process should that hang."""
    last = threading.Timer(SECONDS, os._exit, [1])
    last.daemon = True
    last.start()
    window.setProperty("closable", True)
    window.setPersistentGraphics(False)
    window.setPersistentSceneGraph(False)
    # A call from here would hold Python's lock, for which the thread that draws may be waiting
    QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)
