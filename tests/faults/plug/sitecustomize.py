"""Faults in a running kiosk, on command. The tests put this folder on PYTHONPATH; nobody else does.

Python imports it at every start. Processes that were not asked for it do nothing. The screen reads
commands from a pipe with a name and does to itself what no signal can: a GUI thread that sleeps, a
thread that holds the interpreter, memory that grows. The supervisor writes the beats that it hears
into a file, and takes a shorter time for health when it is told to.
"""

import os
import sys
import threading
import time

FOLDER = os.environ.get("JUOSTA_FAULTS", "")
HEALTHY = os.environ.get("JUOSTA_FAULTS_HEALTHY", "")
WORDS = sys.orig_argv
IS_SCREEN = "run" in WORDS and "--no-supervisor" in WORDS
IS_SUPERVISOR = "run" in WORDS and not IS_SCREEN
LONG = 10**6


def main() -> None:
    """Prepare this process for what may be asked of it."""
    jumping_clock()
    if IS_SCREEN:
        be_screen()
    elif IS_SUPERVISOR:  # with a thread it would not divide itself into supervisor and screen
        os.register_at_fork(after_in_parent=be_supervisor, after_in_child=be_screen)


def be_supervisor() -> None:
    """Listen to what the supervisor hears."""
    threading.Thread(target=listen_in, daemon=True).start()


def be_screen() -> None:
    """Wait for commands, and for content that is to crash."""
    threading.Thread(target=obey, daemon=True).start()
    sys.addaudithook(crash_at_content)
    if os.path.exists(f"{FOLDER}/no-card"):  # noqa: PTH110
        threading.Thread(target=break_the_card, daemon=True).start()


# --- both --------------------------------------------------------------------------------------


def jumping_clock() -> None:
    """The wall clock is what the file `clock` adds to it; monotonic time goes on as ever."""
    true = time.time

    def told() -> float:
        try:
            with open(f"{FOLDER}/clock") as file:  # noqa: PTH123 - pathlib is not wanted here
                return true() + float(file.read() or 0)
        except (OSError, ValueError):
            return true()

    time.time = told


# --- the supervisor ----------------------------------------------------------------------------


def listen_in() -> None:
    """Write down what the supervisor hears, once its modules are there."""
    while "kiosk.guard.supervisor" not in sys.modules:
        time.sleep(0.002)
    from kiosk.guard import heart, ladder

    if HEALTHY:
        ladder.HEALTHY_SECONDS = float(HEALTHY)
    true = heart.decode

    def decode(line: bytes) -> object:
        with open(f"{FOLDER}/beat.new", "wb") as file:  # noqa: PTH123
            file.write(line)
        os.replace(f"{FOLDER}/beat.new", f"{FOLDER}/beat")  # noqa: PTH105
        return true(line)

    heart.decode = decode


# --- the screen --------------------------------------------------------------------------------


def crash_at_content(event: str, arguments: tuple) -> None:
    """A bundle with a picture of one of these names takes the program with it when it is opened."""
    if event == "open" and str(arguments[0]).endswith("content.json"):
        folder = str(arguments[0]).rpartition("/")[0]
        if os.path.exists(f"{folder}/assets/crash.png"):  # noqa: PTH110
            os.kill(os.getpid(), 11)
        if os.path.exists(f"{folder}/assets/later.png"):  # noqa: PTH110
            threading.Timer(3.0, os.kill, (os.getpid(), 11)).start()
        if os.path.exists(f"{folder}/assets/hang.png"):  # noqa: PTH110
            time.sleep(LONG)


def break_the_card() -> None:
    """Whoever is about to draw with the graphics card crashes."""
    while not hasattr(sys.modules.get("kiosk.bridge.renderer"), "apply"):
        time.sleep(0.001)
    renderer = sys.modules["kiosk.bridge.renderer"]
    true = renderer.apply

    def apply(chosen: str) -> None:
        if chosen == "gpu":
            os.kill(os.getpid(), 11)
        true(chosen)

    renderer.apply = apply


def obey() -> None:
    """Do what the pipe says, line by line."""
    while True:
        with open(f"{FOLDER}/commands") as pipe:  # noqa: PTH123
            for line in pipe:
                name, _, rest = line.strip().partition(" ")
                if name == "leak":
                    leak(int(rest))
                elif name:
                    on_the_gui_thread(name, rest)


def leak(megabytes: int) -> None:
    """Take memory and keep it, so much a second."""
    kept = []
    while True:
        kept.append(b"x" * (megabytes * 100_000))
        time.sleep(0.1)


def on_the_gui_thread(name: str, rest: str) -> None:
    """Have Qt's event loop call one of the acts below."""
    from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, Slot
    from PySide6.QtGui import QGuiApplication

    class Actor(QObject):
        """Acts on the GUI thread."""

        @Slot()
        def act(self) -> None:
            globals()[f"act_{name}"](QGuiApplication.topLevelWindows()[0], rest)

    actor = Actor()
    actor.moveToThread(QCoreApplication.instance().thread())
    actors.append(actor)
    QMetaObject.invokeMethod(actor, "act", Qt.ConnectionType.QueuedConnection)


actors: list[object] = []


def act_gui(_window: object, _rest: str) -> None:
    """A slot that does not come back."""
    time.sleep(LONG)


def act_gil(_window: object, _rest: str) -> None:
    """A call into C that keeps the interpreter."""
    import ctypes

    ctypes.PyDLL(None).sleep(LONG)


def act_slot(_window: object, _rest: str) -> None:
    """A slot that raises."""
    raise ValueError("a fault of the test")


def act_render(window: object, _rest: str) -> None:
    """Whoever draws the next frame does not come back."""
    from PySide6.QtCore import Qt

    window.beforeRendering.connect(lambda: time.sleep(LONG), Qt.ConnectionType.DirectConnection)
    window.update()


def act_begin(_window: object, _rest: str) -> None:
    """A visitor comes."""
    session().begin()


def act_open(_window: object, rest: str) -> None:
    """The visitor opens a page."""
    session().openAddress(rest)


def session() -> object:
    """The session of the running kiosk."""
    from PySide6.QtCore import QCoreApplication

    from kiosk.bridge.session import Session

    return QCoreApplication.instance().findChild(Session)


if FOLDER:
    main()
