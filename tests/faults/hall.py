"""A hall with one stand: an X server, a state folder, and the real supervisor.

What is seen of the kiosk comes from outside: its processes, the phases of its start, the beats that
its supervisor hears, the picture on the glass.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from tests.wayland.weston import Weston

ROOT = Path(__file__).parents[2]
PLUG = Path(__file__).parent / "plug"
SIZE = (1280, 720)
LOOK_SECONDS = 0.01
PATIENCE = 60.0
FIRST_NUMBER = 1000
"""Servers that look for a number begin at 0; they must not find that of one that is away."""
HEALTHY_SECONDS = 2.0
"""So long a screen has to be well in these tests before a crash counts anew."""


class NoRecoveryError(AssertionError):
    """The kiosk has not come back in time."""


class Glass:
    """Xvfb, which can be killed and put up again under its number."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        first = FIRST_NUMBER + os.getpid() % 1000
        numbers = (f":{number}" for number in range(first, first + 100))
        self.number = next(number for number in numbers if self._started(number))

    def put_up(self) -> None:
        """Switch the screen on again."""
        if not self._started(self.number):
            raise NoRecoveryError(f"another X server has taken {self.number}")

    def _started(self, number: str) -> bool:
        """Whether a server has this number now; not if another has it."""
        reading, writing = os.pipe()
        words = ["Xvfb", number, "-displayfd", str(writing)]
        words += ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            return pipe.readline().strip() == number[1:]

    def kill(self) -> None:
        """Take it away at once."""
        assert self._server is not None
        self._server.kill()
        self._server.wait()
        # It has left its marks, and would not start under its number again
        for left in (f"/tmp/.X{self.number[1:]}-lock", f"/tmp/.X11-unix/X{self.number[1:]}"):
            Path(left).unlink(missing_ok=True)

    def colours(self) -> int:
        """How many different colours are on the glass."""
        from Xlib import X, display

        connection = display.Display(self.number)
        try:
            root = connection.screen().root
            raw = root.get_image(0, 0, *SIZE, X.ZPixmap, 0xFFFFFFFF).data
        finally:
            connection.close()
        return len({raw[at : at + 4] for at in range(0, len(raw), 4 * 37)})


class Hall:
    """One stand. `options` go to `kiosk run`, `settings` into its kiosk.toml."""

    def __init__(self, *options: str, settings: str = "", state: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="juosta-hall-"))
        self.home = self.folder / "home"
        self.home.mkdir()
        if state is not None:
            (self.home / "state").symlink_to(state)
        (self.home / "kiosk.toml").write_text(settings, encoding="utf-8")
        os.mkfifo(self.folder / "commands")
        self.glass = Glass()
        self.words = [sys.executable, "-m", "kiosk", "run", *options]
        self.cwd = ROOT
        self.healthy = str(HEALTHY_SECONDS)
        self.variables: Mapping[str, str | None] = {}
        """More of the kiosk's environment; None takes a variable away."""
        self.supervisor: subprocess.Popen[bytes] | None = None
        self.weston: Weston | None = None
        self.first_frame_file = self.folder / "phases.json"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()
        self.glass.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def end(self) -> None:
        """End the kiosk in order, or by force when that takes too long."""
        if self.supervisor is not None and self.supervisor.poll() is None:
            self.supervisor.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.supervisor.wait(20)
            self.supervisor.kill()
            self.supervisor.wait()

    def start(self) -> None:
        """Start the supervisor, as a service manager does."""
        kept = {name: v for name, v in os.environ.items() if not name.startswith(("QT_", "QSG_"))}
        around = {
            **kept,
            "DISPLAY": self.glass.number,
            "JUOSTA_HOME": str(self.home),
            "JUOSTA_PHASES": str(self.first_frame_file),
            "JUOSTA_FAULTS": str(self.folder),
            "JUOSTA_FAULTS_HEALTHY": self.healthy,
            "PYTHONPATH": f"{self.cwd}{os.pathsep}{PLUG}",
            **self.variables,
        }
        around = {name: value for name, value in around.items() if value is not None}
        with (self.folder / "words").open("ab") as words:
            self.supervisor = subprocess.Popen(
                self.words, cwd=self.cwd, env=around, stdout=words, stderr=words
            )

    # --- looking -----------------------------------------------------------------------------

    def screen(self) -> int:
        """The number of the screen process; 0 while there is none."""
        assert self.supervisor is not None
        with contextlib.suppress(psutil.NoSuchProcess):
            return next((c.pid for c in psutil.Process(self.supervisor.pid).children()), 0)
        return 0

    def first_frame(self) -> float:
        """When the last screen that came up drew its first frame; 0 if none has."""
        try:
            return json.loads(self.first_frame_file.read_bytes())["first frame"]
        except (OSError, ValueError, KeyError):
            return 0.0

    def beat(self) -> dict[str, Any]:
        """The last beat that the supervisor has heard, with the moment it came as `heard`."""
        file = self.folder / "beat"
        try:
            beat = json.loads(file.read_bytes())["beat"]
            age = time.time() - file.stat().st_mtime
        except (OSError, ValueError, KeyError):
            return {}
        return {**beat, "heard": time.monotonic() - age}

    def said(self) -> str:
        """What the kiosk has written to its terminal."""
        return (self.folder / "words").read_text(errors="replace")

    def logged(self, role: str) -> str:
        """What the log of the "screen" or the "supervisor" says."""
        file = self.home / "state" / "log" / f"{role}.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def until(self, what: str, condition: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """The first true answer; raises `NoRecoveryError` when none comes."""
        end = time.monotonic() + seconds
        while not (answer := condition()):
            if time.monotonic() > end:
                raise NoRecoveryError(f"waited {seconds:.0f} s for {what}\n{self.said()[-2000:]}")
            time.sleep(LOOK_SECONDS)
        return answer

    def new_frame(self, since: float, seconds: float = PATIENCE) -> float:
        """Wait for the first frame of a screen that came up after a moment; when it was drawn."""
        self.until("a first frame", lambda: self.first_frame() > since, seconds)
        return self.first_frame()

    def well(self, seconds: float = PATIENCE) -> None:
        """Wait until the screen beats, draws, and what failed before is forgotten."""
        ladder = self.home / "state" / "ladder.json"
        self.until("health", lambda: not ladder.exists() and self.first_frame() > 0, seconds)
        now = time.monotonic()
        self.until("a beat", lambda: self.beat().get("heard", 0) > now and not self.beat()["owed"])

    def drawn_after(self, moment: float, seconds: float = PATIENCE) -> float:
        """Wait for a beat that tells of a frame after a moment; when that was drawn."""
        self.until("a drawn frame", lambda: (self.beat().get("drawn") or 0) > moment, seconds)
        return self.beat()["drawn"]

    # --- acting ------------------------------------------------------------------------------

    def command(self, words: str) -> None:
        """Let the plug in the screen do something to it."""
        with (self.folder / "commands").open("w") as pipe:
            pipe.write(words + "\n")

    def command_if_heard(self, words: str) -> None:
        """The same, if the screen is just listening."""
        with contextlib.suppress(OSError):
            handle = os.open(self.folder / "commands", os.O_WRONLY | os.O_NONBLOCK)
            os.write(handle, words.encode() + b"\n")
            os.close(handle)

    def signal(self, number: signal.Signals) -> None:
        """Send the screen a signal."""
        os.kill(self.until("a screen", self.screen), number)

    def set_clock(self, seconds: float) -> None:
        """The wall clock of both processes is so far off from now on."""
        new = self.folder / "clock.new"
        new.write_text(str(seconds))
        new.replace(self.folder / "clock")
