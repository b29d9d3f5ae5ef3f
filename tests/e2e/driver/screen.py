"""A real X server without a picture tube: its windows, its picture. It has no window manager."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from Xlib import X, display, error
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

from tests.e2e.driver.program import Program
from tests.e2e.driver.waiting import PATIENCE


@dataclass(frozen=True)
class Frame:
    """A visible top-level window: its number, its owner's process and its place in px."""

    number: int
    pid: int
    x: int
    y: int
    width: int
    height: int


class Screen:
    """Xvfb on a display number of its own choice."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.width = width
        self.height = height
        reading, writing = os.pipe()
        self.program = Program(self.command(folder, writing), folder, "screen", keep=(writing,))
        os.close(writing)
        self.name = f":{_line(reading, self.program)}"
        self._display = display.Display(self.name)

    def command(self, _folder: Path, descriptor: int) -> list[str]:
        """The words that start the server; it writes its number to the descriptor."""
        size = f"{self.width}x{self.height}x24"
        words = f"Xvfb -displayfd {descriptor} -screen 0 {size} -nolisten tcp -noreset"
        return words.split()

    def end(self) -> None:
        """Switch the screen off."""
        self._display.close()
        self.program.end()

    def frames(self) -> list[Frame]:
        """The visible top-level windows, lowest first."""
        found: list[Frame] = []
        for window in self._root().query_tree().children:
            try:
                if window.get_attributes().map_state != X.IsViewable:
                    continue
                place = window.get_geometry()
                found.append(
                    Frame(window.id, self._pid(window), place.x, place.y, place.width, place.height)
                )
            except error.XError:  # it went while we looked
                continue
        return found

    def ask_to_close(self, number: int) -> None:
        """Send a window the message of a click on the cross of its title bar."""
        window = self._display.create_resource_object("window", number)
        protocols = self._display.intern_atom("WM_PROTOCOLS")
        words = [self._display.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0]
        message = event.ClientMessage(window=window, client_type=protocols, data=(32, words))
        window.send_event(message, event_mask=X.NoEventMask)
        self._display.sync()

    def understands_close(self, number: int) -> bool:
        """Whether the window has said that it answers that message."""
        window = self._display.create_resource_object("window", number)
        return self._display.intern_atom("WM_DELETE_WINDOW") in window.get_wm_protocols()

    def decorated(self, number: int) -> bool:
        """Whether the window would let a window manager draw a title bar around it."""
        window = self._display.create_resource_object("window", number)
        hints = window.get_full_property(
            self._display.intern_atom("_MOTIF_WM_HINTS"), X.AnyPropertyType
        )
        if hints is None or not hints.value[0] & 2:  # it leaves that to the window manager
            return True
        return hints.value[2] != 0

    def focused(self) -> int:
        """The number of the window that gets the keys."""
        return getattr(self._display.get_input_focus().focus, "id", 0)

    def picture(self) -> Image.Image:
        """What the screen shows."""
        raw = self._root().get_image(0, 0, self.width, self.height, X.ZPixmap, 0xFFFFFFFF)
        size = (self.width, self.height)
        return Image.frombytes("RGB", size, raw.data, "raw", "BGRX")

    def focus(self, number: int) -> None:
        """Give the keys to a window."""
        window = self._display.create_resource_object("window", number)
        window.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
        self._display.sync()

    def _root(self) -> Window:
        return self._display.screen().root

    def _pid(self, window: Window) -> int:
        atom = self._display.intern_atom("_NET_WM_PID")
        known = window.get_full_property(atom, X.AnyPropertyType)
        return int(known.value[0]) if known else 0


def _line(descriptor: int, program: Program) -> str:
    """The line that the X server writes when it is ready."""
    with os.fdopen(descriptor, encoding="ascii") as pipe:
        line = pipe.readline().strip()
    assert line, f"no X server: {program.complained or program.code(PATIENCE)}"
    return line
