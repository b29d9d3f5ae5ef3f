"""The real `kiosk run` on a stand, used as a visitor uses it: by the names of what is seen."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import psutil
from PIL import Image

from kiosk.guard.spawn import ALONE
from tests.e2e.driver.finger import Pace
from tests.e2e.driver.program import Program
from tests.e2e.driver.records import troubles
from tests.e2e.driver.stand import Stand
from tests.e2e.driver.tree import Node, Tree
from tests.e2e.driver.waiting import PATIENCE, until
from tests.e2e.driver.words import plain

CHECKOUT = Path(__file__).resolve().parents[3]
TAPPABLE = frozenset({"push button", "check box", "radio button", "toggle button", "page tab"})

LOG_TAIL = 3000
REST_TIMES = 3
"""So many times the same picture is rest; a busy machine may draw the same one twice."""

_OURS = "Could not find accessible on path"
"""Qt's complaint when we ask for something that has just gone from the screen."""


class Kiosk:
    """A running kiosk. Names are compared without soft hyphens and line breaks."""

    def __init__(
        self,
        stand: Stand,
        *options: str,
        wrapper: Iterable[str] = (),
        variables: Mapping[str, str | None] | None = None,
    ) -> None:
        """`wrapper` are words before the command; a variable that is None is taken away."""
        self.stand = stand
        words = [*wrapper, sys.executable, "-m", "kiosk", "run", *options]
        wanted = {**stand.environment, **(variables or {})}
        around = {name: value for name, value in wanted.items() if value is not None}
        self.program = Program(words, stand.home, "kiosk", around, folder=CHECKOUT)
        self._tree: Tree | None = None
        self._pace = Pace()

    # --- seeing ------------------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        """All that is to be seen now."""
        if not self.program.alive:
            raise AssertionError(f"the kiosk has ended: {self.describe()}")
        if self._tree is None:
            self._tree = Tree(self.stand.buses.accessibility, self.pid)
        return [node for node in self._tree.nodes() if node.showing]

    def named(self, name: str, nodes: list[Node] | None = None) -> list[Node]:
        """What has this name and is to be seen, whatever it is."""
        wanted = plain(name)
        seen = self.nodes() if nodes is None else nodes
        return [node for node in seen if plain(node.name) == wanted]

    def sees(self, name: str) -> bool:
        """Whether something of this name is on the screen."""
        return bool(self.named(name))

    def see(self, name: str, seconds: float = PATIENCE) -> Node:
        """Wait until something of this name is on the screen."""
        return self.wait(f"{name!r} on the screen", lambda: self.named(name), seconds)[0]

    def miss(self, name: str, seconds: float = PATIENCE) -> None:
        """Wait until nothing of this name is on the screen any more."""
        self.wait(f"{name!r} to go", lambda: not self.sees(name), seconds)

    def rest(self) -> list[Node]:
        """All that is to be seen, once nothing moves any more."""
        last: list[Node] = []
        times = 0

        def same() -> bool:
            nonlocal last, times
            now = self.nodes()
            times = times + 1 if now == last else 0
            last = now
            return times >= REST_TIMES

        until("everything to come to rest", same, details=self.describe)
        return last

    def targets(self) -> list[Node]:
        """All that takes a tap now."""
        return [node for node in self.nodes() if node.usable and node.role in TAPPABLE]

    def wait(self, what: str, condition: Callable[[], object], seconds: float = PATIENCE) -> list:
        """Wait for a condition; a failure lists what is on the screen."""
        answer = until(what, condition, seconds, self.describe)
        self._pace.begin()
        return answer  # type: ignore[return-value]

    def describe(self) -> str:
        """What is on the screen and what the log has to say, for people."""
        if not self.program.alive:
            return f"the kiosk has ended\n{self.program.complained}\n{self.log[-LOG_TAIL:]}"
        return "\n".join([*map(str, self.nodes()), *self.troubles()])

    def picture(self) -> Image.Image:
        """What the screen shows."""
        return self.stand.screen.picture()

    # --- touching ----------------------------------------------------------------------------

    def target(self, name: str) -> Node:
        """The one thing of this name that takes a tap, once it has come to rest."""
        what = f"one {name!r} to take a tap"
        return self._at_rest(what, lambda: self.named(name, self.targets()))

    def label(self, name: str) -> Node:
        """The one label of this name, once it has come to rest."""
        return self._at_rest(
            f"one label {name!r}", lambda: [n for n in self.named(name) if n.role == "label"]
        )

    def _at_rest(self, what: str, found: Callable[[], list[Node]]) -> Node:
        before: list[Node] = []

        def at_rest() -> list[Node]:
            nonlocal before
            now = found()
            same = [n.place for n in now] == [n.place for n in before]
            before = now
            # A screen that leaves may have a target of the same name until it is gone
            return now if same and len(now) == 1 else []

        return until(what, at_rest, details=self.describe)[0]

    def tap(self, name: str) -> Node:
        """Tap the middle of the target of this name."""
        return self.tap_node(self.target(name))

    def tap_node(self, node: Node) -> Node:
        """Tap the middle of a target."""
        self._pace.keep()
        self.stand.finger.tap(node.centre)
        return node

    def begin(self) -> None:
        """Wake the attract loop with a tap in the middle of the screen."""
        width, height = self.stand.size
        self._pace.keep()
        self.stand.finger.tap((width // 2, height // 2))

    # --- the process -------------------------------------------------------------------------

    @property
    def pid(self) -> int:
        """The number of the process that is on the screen, which the supervisor has started."""
        return until("a screen process", self._screens, details=lambda: self.program.complained)[0]

    def _screens(self) -> list[int]:
        """Numbers of the screen processes there are; one, but for moments."""
        if ALONE in self.program.process.args:
            return [self.program.pid]
        return [child.pid for child in psutil.Process(self.program.pid).children()]

    @property
    def log(self) -> str:
        """The screen's log so far."""
        return self._log("screen.log")

    @property
    def stacks(self) -> str:
        """Where the threads of a screen were that crashed, or was ended because it hung."""
        orders = [line for line in self._log("supervisor.log").splitlines() if '"abort"' in line]
        return "\n".join([self._log("screen-crash.txt"), *orders])

    def _log(self, name: str) -> str:
        file = self.stand.home / "state" / "log" / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def troubles(self) -> list[str]:
        """Warnings and errors in the logs, and all that went to standard error."""
        lines = [*troubles(self.log), *troubles(self._log("supervisor.log"))]
        lines += self.program.complained.splitlines()
        return list(dict.fromkeys(line for line in lines if _OURS not in line))

    def starts_anew(self) -> None:
        """Another process shows itself from now on: forget what was known of the one before."""
        self._tree = None

    def pull_the_plug(self) -> None:
        """Take its processes away, as a plug that is pulled does."""
        screens = self._screens()
        for pid in (self.program.pid, *screens):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.program.code(PATIENCE)
        until("the end of all", lambda: not any(psutil.pid_exists(pid) for pid in screens))

    def end(self) -> None:
        """End it, however it is."""
        self.program.end()


def command(stand: Stand, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Another command of the kiosk, on this stand's settings."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        input=typed,
        capture_output=True,
        text=True,
        env=stand.environment,
        cwd=CHECKOUT,
        timeout=60,
        check=False,
    )
