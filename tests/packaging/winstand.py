"""The installed kiosk under wine: its supervisor, and what `kiosk stand` changes and gives back."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from tests.packaging.told import Told
from tools.windows import WORK
from tools.wine import Wine, inside

START_SECONDS = 90.0
"""A loaded machine, under wine, takes long to its first picture."""
RUNS = 13
_STICKY = (r"Control Panel\Accessibility\StickyKeys", "Flags", "506")


def waited(holds: Callable[[], bool], seconds: float) -> bool:
    """Wait until something holds; false when it does not."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.2)
    return holds()


class Stand:
    """The kiosk that was installed into a Windows of wine's."""

    def __init__(self, wine: Wine, program: Path, data: Path, told: Told) -> None:
        self.wine, self.program, self.data, self.told = wine, program, data, told

    def trial(self, install: Callable[[Path], tuple[int, str]], later: Path, content: Path) -> None:
        """Content for the running kiosk, a setup over it, faults, the machine's settings."""
        started = self.wine.start(str(self.program / "kiosk.exe"), "run")
        try:
            if self._lives("the kiosk runs, and its screen is alive"):
                self._second()
                self._changes_over(content)
                code, said = install(later)
                refused = code == RUNS and "running" in said
                self.told.that(f"a setup over it is refused: {said.strip()}", holds=refused)
                self._faults()
        finally:
            for process in self._processes():
                with contextlib.suppress(psutil.Error):
                    process.kill()
            said = started.communicate(timeout=60)[0].decode(errors="replace")
        self.told.that("no traceback was said", holds="Traceback" not in said, why=said)
        self._on_and_off()

    # --- processes ----------------------------------------------------------------------------

    def _processes(self) -> list[psutil.Process]:
        """The kiosk's processes, supervisor first, as the host sees them."""
        found: list[tuple[bool, psutil.Process]] = []
        for process in psutil.process_iter(["cmdline"]):
            words = process.info["cmdline"] or []
            mine = any("kiosk.exe" in word for word in words[:2]) and "run" in words
            with contextlib.suppress(psutil.Error):
                if mine and process.environ().get("WINEPREFIX") == str(self.wine.folder):
                    found.append(("--no-supervisor" in words, process))
        return [process for _, process in sorted(found, key=lambda each: (each[0], each[1].pid))]

    def _screens(self) -> list[psutil.Process]:
        return [p for p in self._processes() if "--no-supervisor" in p.cmdline()]

    def _health(self) -> dict[str, Any]:
        try:
            return json.loads((self.data / "state" / "health.json").read_bytes())
        except (OSError, ValueError):
            return {}

    def _lives(self, what: str) -> bool:
        """Whether the supervisor says that the screen beats and draws, from now on."""
        (self.data / "state" / "health.json").unlink(missing_ok=True)
        alive = waited(
            lambda: bool((self._health().get("screen") or {}).get("page")), START_SECONDS
        )
        why = f"{self._health()} {self._logs()}"
        return self.told.that(what, holds=alive and len(self._screens()) == 1, why=why)

    def _logs(self) -> str:
        files = sorted((self.data / "state" / "log").glob("*.log"))
        return "\n".join(f.read_text(errors="replace")[-900:] for f in files)

    def _version(self) -> str:
        return str((self._health().get("screen") or {}).get("content", ""))

    def _changes_over(self, content: Path) -> None:
        before = self._version()
        terminal = str(self.program / "kiosk.com")
        code, said = self.wine.call(terminal, "install", inside(content), seconds=600)
        self.told.that("kiosk install brings other content", holds=code == 0, why=said)
        other = waited(lambda: self._version() not in ("", before), START_SECONDS)
        what = f"the kiosk that runs changes over from {before} to {self._version()}"
        self.told.that(what, holds=other, why=str(self._health()))

    def _second(self) -> None:
        code, _ = self.wine.call(str(self.program / "kiosk.exe"), "run", seconds=120)
        held = waited(lambda: len(self._processes()) == 2, 20)
        self.told.that("a second kiosk ends at once", holds=code == 1 and held, why=str(code))

    def _kill(self, number: str) -> None:
        """As the task manager does. Wine's own taskkill, or a signal of the host, gives code 0,
        which is the code of an end in order.
        """
        words = f"import psutil; psutil.Process({number}).kill()"
        code, said = self.wine.call(str(WORK / "python" / "python.exe"), "-c", words)
        self.told.that(f"process {number} is ended by force", holds=code == 0, why=said)

    def _faults(self) -> None:
        """The screen killed; the supervisor killed."""
        supervisor, screen = self._processes()
        begun = time.monotonic()
        self._kill((self.data / "state" / "screen.pid").read_text(encoding="ascii").split()[0])
        back = waited(lambda: [p.pid for p in self._screens()] not in ([], [screen.pid]), 30)
        seconds = time.monotonic() - begun
        what = f"a killed screen is started again, after {seconds:.1f} s"
        self.told.that(what, holds=back and supervisor.is_running(), why=self._logs())
        self._lives("and it is alive")
        number = str(self._health().get("supervisor", {}).get("pid", ""))
        begun = time.monotonic()
        self._kill(number)
        gone = waited(lambda: not self._screens(), 30)
        seconds = time.monotonic() - begun
        self.told.that(f"a killed supervisor leaves no screen, after {seconds:.1f} s", holds=gone)

    # --- settings of the machine ----------------------------------------------------------------

    def _value(self, key: str, name: str) -> str:
        _, said = self.wine.call("reg", "query", rf"HKCU\{key}", "/v", name)
        return said.split()[-1] if name in said else ""

    def _on_and_off(self) -> None:
        """What wine has of it: the registry and the folder; powercfg it lacks, and says so."""
        key, name, wanted = _STICKY
        before = self._value(key, name)
        terminal = str(self.program / "kiosk.com")
        _, person = self.wine.call("cmd", "/c", "echo %USERNAME%")
        code, said = self.wine.call(terminal, "stand", "on", "--person", person.strip())
        now = self._value(key, name)
        only = all("powercfg" in line for line in said.splitlines() if line.startswith("Not done"))
        self.told.that("kiosk stand on changes the registry", holds=now == wanted, why=said)
        task = self.wine.drive / "windows/system32/tasks/Juosta"
        self.told.that("Task Scheduler has taken the task", holds=task.is_file())
        self.told.that("and all else that wine has", holds=only, why=said)
        code, said = self.wine.call(terminal, "stand", "off")
        same = self._value(key, name) == before
        gone = not task.exists() and not (self.data / "stand.json").exists()
        self.told.that("kiosk stand off gives it back", holds=code == 0 and same and gone, why=said)
