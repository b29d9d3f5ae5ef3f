"""Qt's locks and Python's never wait for each other. Each case has a process of its own: it would
hang for ever."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from kiosk.bridge import registry
from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.late import LateHelper

BEGIN = """
import sys
from PySide6.QtCore import Property, QMetaObject, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.bridge import acquaint
from kiosk.bridge.late import LateHelper
from kiosk.bridge.painter import Painter

app = QGuiApplication(sys.argv)
engine = QQmlEngine()
component = QQmlComponent(engine)
"""
TWO_PICTURES = """
engine.addImageProvider("dots", Painter(lambda *_: QImage(8, 8, QImage.Format.Format_RGB32)))
if sys.argv[1] == "acquainted":
    acquaint.with_pictures(engine, ["dots"])
component.setData(b'''
import QtQuick
Item {
    property bool done: first.status === Image.Ready && second.status === Image.Ready
    Image { id: first; asynchronous: true; source: "image://dots/1" }
    Image { id: second; asynchronous: true }
    // Long enough for the loading thread to stand before the provider
    Component.onCompleted: {
        const begun = Date.now();
        while (Date.now() - begun < 300) {}
        second.source = "image://dots/2";
    }
}
''', QUrl())
shown = component.create()  # keeps Python's lock
while not shown.property("done"):
    app.processEvents()
print("done")
"""
PYTHON_IS_HELD = """
import ctypes, threading, time

SECONDS = 4


def hold():
    time.sleep(0.1)
    ctypes.PyDLL(None).usleep(SECONDS * 1_000_000)


def lister(base):
    "An object with a list that tells of its changes."
    class Lister(base):
        changed = Signal()
        items = Property("QVariantList", lambda self: [1, 2], notify=changed)

    return Lister()


bases = {"object": acquaint.Acquainted, "helper": LateHelper, "stranger": QObject}
one = lister(bases[sys.argv[1]])
if "keeps a call" in sys.argv:
    one.call = print
component.setData(b'''
import QtQuick
Item {
    id: root
    property QtObject one
    property double swept
    function read(): int {
        const items = one.items;
        return items.length;
    }
    Component.onCompleted: read()
    Timer {
        interval: 500
        running: true
        onTriggered: {
            gc();
            root.swept = Date.now();
        }
    }
}
''', QUrl())
scene = component.createWithInitialProperties({"one": one})
# The rest runs in the event loop, where nothing of Python is on the stack
QTimer.singleShot(0, threading.Thread(target=hold).start)
begun = time.time()
QTimer.singleShot(SECONDS * 1000 + 500, app.quit)
app.exec()
print("at once" if scene.property("swept") / 1000 < begun + SECONDS else "later")
"""


def run(text: str, *how: str, patience: float = 60) -> str:
    """What a process says that runs this."""
    command = [sys.executable, "-c", BEGIN + text, *how]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=patience)
    return done.stdout.strip()


def test_pictures_come_while_python_is_held() -> None:
    assert run(TWO_PICTURES, "acquainted") == "done"


def test_without_an_introduction_both_threads_wait_for_ever() -> None:
    """When this fails, PySide has mended it: `with_pictures` may go."""
    with pytest.raises(subprocess.TimeoutExpired):
        run(TWO_PICTURES, "strangers", patience=6)


@pytest.mark.parametrize("how", [("object",), ("object", "keeps a call"), ("helper",)])
def test_javascript_sweeps_while_python_is_held(how: tuple[str, ...]) -> None:
    assert run(PYTHON_IS_HELD, *how) == "at once"


def test_without_an_introduction_the_sweep_waits_for_python_with_qts_lock_in_hand() -> None:
    """When this fails, PySide or Qt has mended it: `with_disconnecting` may go."""
    assert run(PYTHON_IS_HELD, "stranger") == "later"


def test_all_that_qml_sees_is_acquainted() -> None:
    assert all(issubclass(kind, Acquainted) for kind in registry.uncreatable_types())
    made = registry.creatable_types()
    plain = [kind for kind in made if not issubclass(kind, LateHelper)]
    assert not any(_signals(kind) for kind in plain)


def _signals(kind: type[QObject]) -> list[str]:
    """The names of the signals that a type has beyond those of every object."""
    about = kind.staticMetaObject
    own = range(QObject.staticMetaObject.methodCount(), about.methodCount())
    methods = map(about.method, own)
    return [str(m.name()) for m in methods if m.methodType() == m.MethodType.Signal]
