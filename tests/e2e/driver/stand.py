"""A stand to try the kiosk on: a screen, buses, and an empty folder for settings, state and log."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.e2e.driver.bus import Buses
from tests.e2e.driver.finger import Finger
from tests.e2e.driver.screen import Screen

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


class Stand:
    """Everything around the kiosk. One kiosk at a time runs on it."""

    def __init__(
        self, size: tuple[int, int] = LANDSCAPE, screen: Callable[..., Screen] = Screen
    ) -> None:
        # not pytest's folder: the path of a socket may have 107 characters
        self.folder = Path(tempfile.mkdtemp(prefix="juosta-"))
        self.folder.chmod(0o700)
        self.size = size
        self.screen = screen(self.folder, *size)
        self.finger = Finger(self.screen.name)
        self.buses = Buses(self.folder, self._around())
        self._visits = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def home(self) -> Path:
        """Settings, state and log of the kiosk that runs now."""
        return self.folder / f"home{self._visits}"

    @property
    def environment(self) -> dict[str, str]:
        """What the kiosk finds in its environment: no more than it needs."""
        return {
            **self._around(),
            "DBUS_SESSION_BUS_ADDRESS": self.buses.address,
            "JUOSTA_HOME": str(self.home),
        }

    def fresh(self, settings: str = "") -> None:
        """A new home, with these lines in its kiosk.toml."""
        self._visits += 1
        self.home.mkdir()
        if settings:
            (self.home / "kiosk.toml").write_text(settings, encoding="utf-8")

    def close(self) -> None:
        """Take the stand down."""
        self.buses.end()
        self.screen.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _around(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "LANG": "C.UTF-8",
            "DISPLAY": self.screen.name,
        }
