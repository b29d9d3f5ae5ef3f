"""A real X server without a picture tube: its windows, its picture. It has no window manager."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from Xlib import X, display, error
from Xlib.ext import randr
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

    def become(self, width: int, height: int) -> None:
        """Another resolution, or turned; both sides at most as long as at the start."""
        root, resources = self._root(), self._root().xrandr_get_screen_resources()
        output, crtc = resources.outputs[0], resources.crtcs[0]
        modes = {(mode["width"], mode["height"]): mode["id"] for mode in resources.modes}
        if (width, height) not in modes:
            made = root.xrandr_create_mode(_mode(width, height), f"{width}x{height}".encode()).mode
            self._display.xrandr_add_output_mode(output, made)
            modes[width, height] = made
        self.go_dark()
        root.xrandr_set_screen_size(width, height, width // 4, height // 4)
        now = root.xrandr_get_screen_resources().config_timestamp
        self._display.xrandr_set_crtc_config(
            crtc, now, 0, 0, modes[width, height], randr.Rotate_0, [output]
        )
        self._display.sync()
        self.width, self.height = width, height

    def go_dark(self) -> None:
        """Pull the screen out; `become` plugs one in again."""
        resources = self._root().xrandr_get_screen_resources()
        self._display.xrandr_set_crtc_config(
            resources.crtcs[0], resources.config_timestamp, 0, 0, 0, randr.Rotate_0, []
        )
        self._display.sync()

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


def _mode(width: int, height: int) -> dict[str, int]:
    """A way to drive a screen of this size, as RandR describes it."""
    sides = {
        name: side
        for side, letter in ((width, "h"), (height, "v"))
        for name in (f"{letter}_sync_start", f"{letter}_sync_end", f"{letter}_total")
    }
    return {
        **sides,
        "id": 0,
        "width": width,
        "height": height,
        "dot_clock": 60 * width * height,
        "h_skew": 0,
        "name_length": len(f"{width}x{height}"),
        "flags": 0,
    }
