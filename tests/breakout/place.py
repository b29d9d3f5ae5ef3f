"""Where the attempts are made: an X server, or a real Wayland compositor with real keys.

The compositor is the stand's own, Weston with the settings of `build_spec/linux`, as a window that
covers a virtual X server: what is typed and clicked there it takes for its keyboard and mouse.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from Xlib import XK, display

from tests.breakout import glass
from tests.breakout.touches import Touches
from tests.e2e.driver import Stand
from tests.e2e.driver.program import Program
from tests.e2e.driver.screen import Screen
from tests.wayland import weston
from tests.wayland.weston import Glass, Weston

CHECKOUT = Path(__file__).resolve().parents[2]
SIZE = (1280, 720)
RESTART_SECONDS = 1.0
"""As in the session's unit."""


class Place:
    """A stand on X11. Where the X server has a glass, there are fingers as well."""

    name = "x"

    def __init__(self, *, fingers: bool) -> None:
        self.stand = Stand(SIZE, glass.GlassScreen if fingers else Screen)
        self.keys = {"super": key_code(self.stand.screen.name, "Super_L")}
        """Keys that are pressed by their place on the keyboard, whatever they mean."""
        path = self.stand.folder / "touch"
        self.touches: Touches | Glass | None = Touches(path, SIZE) if fingers else None
        self.around: list[Program] = [self.stand.buses.program]

    @property
    def variables(self) -> Mapping[str, str | None]:
        """What a program needs beside the stand's environment; None takes a variable away."""
        return {}

    def environment(self) -> dict[str, str]:
        """What a program finds in its environment."""
        wanted = {**self.stand.environment, **self.variables}
        return {name: value for name, value in wanted.items() if value is not None}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take it down."""
        if isinstance(self.touches, Touches):
            self.touches.close()
        self.stand.close()


class WaylandPlace(Place):
    """A stand with the compositor of the Wayland session."""

    name = "wayland"

    def __init__(self, *, fingers: bool) -> None:
        """Fingers come from inside the compositor: its window passes on a mouse only."""
        super().__init__(fingers=False)
        self._take_keymap()
        stand = self.stand
        self.weston = Weston(
            stand.screen.name, stand.folder, SIZE, stand.environment, plugs=fingers
        )
        self.touches = self.weston.glass
        self.around.append(self.weston.program)

    def crash(self) -> bool:
        """Kill the compositor; whether the screen was empty then. It comes back, as on a stand."""
        self.around.remove(self.weston.program)
        self.weston.kill()
        time.sleep(RESTART_SECONDS)
        empty = not self.stand.screen.frames()
        self.weston.begin_again()
        self.around.append(self.weston.program)
        return empty

    @property
    def variables(self) -> Mapping[str, str | None]:
        """The way to the compositor, and none around it."""
        return self.weston.variables

    def close(self) -> None:
        """The compositor first, for it draws on the screen."""
        self.weston.end()
        super().close()

    def _take_keymap(self) -> None:
        """On a virtual X server Weston takes over its keys, and not those of its own settings."""
        options = re.search(r"^keymap_options=(\S+)", weston.INI.read_text(), re.MULTILINE)
        assert options, "the compositor's settings say nothing of its keys"
        words = ["setxkbmap", "-display", self.stand.screen.name, "-option", options[1]]
        subprocess.run(words, check=True)


def key_code(name: str, symbol: str) -> int:
    """The code of the key that means this on an X server."""
    server = display.Display(name)
    code = server.keysym_to_keycode(XK.string_to_keysym(symbol))
    server.close()
    return code


PLACES: dict[str, type[Place]] = {"x": Place, "wayland": WaylandPlace}


def missing(name: str) -> str:
    """Why there can be no such place here; empty when there can."""
    return weston.missing() if name == "wayland" else ""


def no_fingers(name: str) -> str:
    """Why there are no fingers there; empty when there are."""
    return weston.missing(plugs=True) if name == "wayland" else glass.missing()
