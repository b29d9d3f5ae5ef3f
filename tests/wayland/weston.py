"""The compositor of the stand, Weston with the settings of `build_spec/linux`, on an X server.

Each of its screens is a window there, all side by side. With the module `plugs.c` a screen or the
touch screen can be pulled out and plugged in again, and fingers touch it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from Xlib import X, display, error
from Xlib.xobject.drawable import Window

from tests.e2e.driver.finger import Finger, Point
from tests.e2e.driver.program import Program
from tests.e2e.driver.waiting import until
from tests.linux.tree import ROOT

INI = ROOT / "etc/juosta/weston.ini"
SCREEN = "screen0"
"""The first of them."""
END_SECONDS = 10.0
TAP_SECONDS = 0.06
_PLUGS = Path(__file__).with_name("plugs.c")
_INCLUDE = Path("/usr/include")
_HEADERS = [_INCLUDE / name for name in ("libweston-10", "weston", "pixman-1")]
_TITLE = "Weston Compositor - "


def missing(*, plugs: bool = False) -> str:
    """Why it cannot be had here; empty when it can."""
    if shutil.which("weston") is None:
        return "needs the Debian package weston"
    if plugs and not (shutil.which("cc") and all(folder.is_dir() for folder in _HEADERS)):
        return "needs the Debian packages gcc and libweston-10-dev"
    return ""


class Weston:
    """Weston on an X server; its socket and notes are in `folder`, `size` is that of a screen.

    `settings` is another weston.ini than the stand's own.
    """

    def __init__(
        self,
        server: str,
        folder: Path,
        size: tuple[int, int],
        environment: Mapping[str, str],
        *,
        screens: int = 1,
        plugs: bool = False,
        settings: Path | None = None,
    ) -> None:
        self.size = size
        self._folder = folder
        self._server = display.Display(server)
        self._socket = folder / "wayland"
        self._env = {**environment, "DISPLAY": server, "XDG_RUNTIME_DIR": str(folder)}
        width, height = size
        self._words = ["weston", "--backend=x11-backend.so", "--use-pixman"]
        self._words += [f"--config={settings or INI}"]
        self._words += [f"--width={width}", f"--height={height}", f"--output-count={screens}"]
        self._words += [f"--config={settings or INI}"]
        self._words += [f"--socket={self._socket}"]
        self._screens = screens
        self._orders: Orders | None = None
        self.glass: Glass | None = None
        """Plugged in at every start; none without the module."""
        if plugs:
            self._words += [f"--modules={_compiled(folder)}"]
            self._env["JUOSTA_PLUGS"] = str(folder / "plugs")
            self._orders = Orders(folder / "plugs")
            self.glass = Glass(self._orders)
        self.program = self._begin()

    @property
    def variables(self) -> Mapping[str, str | None]:
        """The way to it for a program, and none around it; None takes a variable away."""
        here = str(self._socket)
        return {"WAYLAND_DISPLAY": here, "QT_QPA_PLATFORM": "wayland", "DISPLAY": None}

    def begin_again(self) -> None:
        """Start it anew after a crash, as its service does."""
        self._socket.unlink(missing_ok=True)
        self.program = self._begin()

    def kill(self) -> None:
        """Let it crash."""
        self.program.signal(signal.SIGKILL)
        self.program.code(END_SECONDS)
        until("the windows to go", lambda: not self.windows())

    def end(self) -> None:
        """Take it down."""
        self.program.end()
        self._server.close()
        if self._orders is not None:
            self._orders.close()

    # --- screens -----------------------------------------------------------------------------

    def windows(self) -> dict[str, Window]:
        """The windows that are its screens, by the screens' names."""
        found: dict[str, Window] = {}
        for window in self._server.screen().root.query_tree().children:
            try:
                title = window.get_full_property(self._server.intern_atom("_NET_WM_NAME"), 0)
            except error.XError:  # it went while we looked
                continue
            words = title.value.decode(errors="replace") if title else ""
            if words.startswith(_TITLE):
                found[words.removeprefix(_TITLE)] = window
        return found

    def picture(self, screen: str = SCREEN) -> Image.Image:
        """What a screen shows."""
        raw = self.windows()[screen].get_image(0, 0, *self.size, X.ZPixmap, 0xFFFFFFFF)
        return Image.frombytes("RGB", self.size, raw.data, "raw", "BGRX")

    def pull(self, screen: str = SCREEN) -> None:
        """Pull the cable of a screen."""
        assert self._orders is not None
        self._orders.give(f"pull {screen}")
        until(f"{screen} to go", lambda: screen not in self.windows())

    def plug(self, screen: str = SCREEN) -> None:
        """Plug it in again."""
        assert self._orders is not None
        self._orders.give(f"plug {screen}")
        until(f"{screen} to come", lambda: screen in self.windows())
        self._arrange()

    # -----------------------------------------------------------------------------------------

    def _begin(self) -> Program:
        program = Program(self._words, self._folder, "weston", self._env, folder=self._folder)

        def said() -> str:
            return program.complained

        until("the screens", lambda: len(self.windows()) == self._screens, details=said)
        # Without a window manager nobody gives it the keys. Before any program is there: it takes
        # them from the one that has them, and on a busy machine forgets to give them back
        self._arrange()
        first = self.windows()[SCREEN]
        until("the window", lambda: first.get_attributes().map_state == X.IsViewable, details=said)
        first.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
        self._server.sync()
        until("the compositor", self._socket.is_socket, details=said)
        if self.glass is not None:
            self.glass.plug()
        return program

    def _arrange(self) -> None:
        """Side by side, as no window manager puts them: what is covered has no picture."""
        for number, (_, window) in enumerate(sorted(self.windows().items())):
            window.configure(x=number * self.size[0], y=0)
        self._server.sync()


class Orders:
    """The way to the module: a line each, taken one after the other."""

    def __init__(self, fifo: Path) -> None:
        os.mkfifo(fifo)
        self._pipe = os.open(fifo, os.O_RDWR | os.O_CLOEXEC)  # also while nobody reads

    def give(self, line: str) -> None:
        """Do this next."""
        os.write(self._pipe, f"{line}\n".encode())

    def sync(self) -> None:
        """Wait until all have been taken."""
        until("the orders to be taken", lambda: not self._waiting())

    def close(self) -> None:
        """There are no more."""
        os.close(self._pipe)

    def _waiting(self) -> int:
        """Bytes that nobody has read."""
        return struct.unpack("i", fcntl.ioctl(self._pipe, termios.FIONREAD, bytes(4)))[0]


class Glass:
    """A touch screen that knows any number of fingers, by their numbers; places in px."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders

    def plug(self) -> None:
        """It is found."""
        self._orders.give("touch on")

    def pull(self) -> None:
        """It is gone."""
        self._orders.give("touch off")

    def begin(self, finger: int, at: Point) -> None:
        """Put a finger down."""
        self._orders.give(f"down {finger} {at[0]} {at[1]}")

    def move(self, finger: int, at: Point) -> None:
        """Move one that is down."""
        self._orders.give(f"move {finger} {at[0]} {at[1]}")

    def end(self, finger: int, _at: Point = (0, 0)) -> None:
        """Take it away."""
        self._orders.give(f"up {finger}")

    def sync(self) -> None:
        """Wait until the compositor has taken all of it."""
        self._orders.sync()


class TouchFinger(Finger):
    """One finger on such a touch screen."""

    def __init__(self, glass: Glass) -> None:
        self._glass = glass

    def tap(self, point: Point, times: int = 1, gap_ms: int = 60) -> None:
        """Tap a point in px, possibly several times in quick succession."""
        for _ in range(times):
            self._glass.begin(0, point)
            time.sleep(TAP_SECONDS)
            self._glass.end(0)
            time.sleep(gap_ms / 1000 if times > 1 else 0)

    def press(self, point: Point) -> None:
        """Put the finger down and leave it there."""
        self._glass.begin(0, point)

    def slide(self, point: Point) -> None:
        """Move the finger that is down."""
        self._glass.move(0, point)

    def lift(self) -> None:
        """Take the finger away."""
        self._glass.end(0)


def _compiled(folder: Path) -> Path:
    """The module, made anew."""
    library = folder / "plugs.so"
    words = ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wno-unused-parameter"]
    words += [f"-I{include}" for include in _HEADERS]
    subprocess.run([*words, "-o", str(library), str(_PLUGS)], check=True)
    return library
