"""A visitor without any plan: thousands of random taps and drags on the real kiosk.

Taps go to everything that takes them, to what was touched least before all else. Now and then, and
at the end, the way home is tried from wherever the taps have led: there must be no dead end.

    python -m tests.e2e.monkey --taps 5000
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import psutil

from tests.e2e.driver import LANDSCAPE, PORTRAIT, Kiosk, Node, Stand, say, until
from tests.e2e.driver.screen import Frame
from tests.e2e.driver.words import plain
from tests.e2e.steps import CALM_SECONDS, step_home

HOME_EVERY = 250
"""Taps between two tries of the way home."""
HOME_SECONDS = 40
END_SECONDS = 5

SETTINGS = "[idle]\nseconds = 10\npanel_seconds = 10\nwarning_seconds = 5\n"


@dataclass
class Findings:
    """What came of it. `faults` is empty when all is well."""

    taps: int = 0
    drags: int = 0
    ways_home: int = 0
    seconds: float = 0.0
    megabytes: tuple[float, float] = (0.0, 0.0)
    screens: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        before, after = self.megabytes
        return (
            f"{self.taps} taps and {self.drags} drags in {self.seconds:.0f} s; "
            f"{len(self.screens)} screens, {len(self.targets)} targets, "
            f"{self.ways_home} times home; {before:.0f} MB before, {after:.0f} MB after"
        )


class Monkey:
    """Plays with one kiosk. The same seed makes the same choices."""

    def __init__(self, kiosk: Kiosk, seed: int) -> None:
        self._kiosk = kiosk
        self._chance = random.Random(seed)
        self.findings = Findings()

    def play(self, taps: int) -> Findings:
        """Tap so many times, then look whether all is well."""
        found = self.findings
        begun = time.monotonic()
        before = self._memory()
        window = self._kiosk.stand.screen.frames()
        while found.taps < taps and self._kiosk.program.alive:
            self._act(self._kiosk.targets())
            if found.taps >= (found.ways_home + 1) * HOME_EVERY:
                self._try_home()
        if self._kiosk.program.alive:
            self._try_home()
            found.megabytes = before, self._memory()
            self._look(window)
        else:
            found.faults.append(f"the kiosk has ended: {self._kiosk.describe()}")
        found.faults += self._kiosk.troubles()
        found.seconds = time.monotonic() - begun
        return found

    # --- what it does ------------------------------------------------------------------------

    def _act(self, targets: list[Node]) -> None:
        """A few taps at what has just been there; the first of them may already take it away."""
        self.findings.screens[self._screen(targets)] += 1
        for _ in range(self._chance.randint(1, 4)):
            if self._chance.random() < 0.35:
                time.sleep(CALM_SECONDS)
            self._touch(targets)

    def _touch(self, targets: list[Node]) -> None:
        """One tap, several in quick succession, or a drag."""
        kind = self._chance.random()
        if kind < 0.06:
            self._kiosk.stand.finger.drag(self._anywhere(), self._anywhere())
            self.findings.drags += 1
        elif kind < 0.12 or not targets:
            self._tap(self._anywhere())
        elif kind < 0.22:
            self._tap(self._spot(self._least(targets)), self._chance.randint(2, 4))
        else:
            self._tap(self._spot(self._least(targets)))

    def _tap(self, point: tuple[int, int], times: int = 1) -> None:
        self._kiosk.stand.finger.tap(point, times, gap_ms=self._chance.choice((30, 90, 200)))
        self.findings.taps += 1

    def _least(self, targets: list[Node]) -> Node:
        """One of the targets that were tapped least."""
        counts = self.findings.targets
        weights = [1 / (1 + counts[_key(node)]) ** 2 for node in targets]
        node = self._chance.choices(targets, weights)[0]
        counts[_key(node)] += 1
        return node

    def _spot(self, node: Node) -> tuple[int, int]:
        """A point of a target that lies on the screen; mostly not the middle."""
        width, height = self._kiosk.stand.size
        x = node.x + self._chance.randrange(node.width)
        y = node.y + self._chance.randrange(node.height)
        return min(max(x, 0), width - 1), min(max(y, 0), height - 1)

    def _anywhere(self) -> tuple[int, int]:
        width, height = self._kiosk.stand.size
        return self._chance.randrange(width), self._chance.randrange(height)

    # --- what it looks at --------------------------------------------------------------------

    def _screen(self, targets: list[Node]) -> str:
        """What tells one screen from another: the names of what can be tapped there."""
        return " | ".join(sorted({_key(node) for node in targets}))

    def _memory(self) -> float:
        """Memory of the kiosk in MB."""
        return psutil.Process(self._kiosk.pid).memory_info().rss / 1e6

    def _try_home(self) -> None:
        """Go home as a visitor would, from wherever the taps have led."""
        try:
            until("home", lambda: step_home(self._kiosk), HOME_SECONDS, self._kiosk.describe)
        except AssertionError as fault:
            if self._kiosk.program.alive:
                self.findings.faults.append(f"a dead end: {fault}")
        self.findings.ways_home += 1

    def _look(self, window: list[Frame]) -> None:
        """Still one window, still covering the screen, still drawing."""
        faults = self.findings.faults
        now = self._kiosk.stand.screen.frames()
        if now != window or len(now) != 1:
            faults.append(f"the window has changed: {window} -> {now}")
        if (now[0].width, now[0].height) != self._kiosk.stand.size:
            faults.append(f"the window does not cover the screen: {now}")
        if self._kiosk.picture().getcolors(16) is not None:
            faults.append("the screen is blank")


def _key(node: Node) -> str:
    """A target's name without its numbers, so that a countdown is one target."""
    return re.sub(r"\d+", "#", plain(node.name))


def play(size: tuple[int, int], taps: int, seed: int) -> Findings:
    """A kiosk of its own for one monkey; ends it with Ctrl+C at the end."""
    with Stand(size) as stand:
        stand.fresh(SETTINGS)
        kiosk = Kiosk(stand)
        try:
            kiosk.see(say("Touch to begin"))
            findings = Monkey(kiosk, seed).play(taps)
            if kiosk.program.alive:
                kiosk.program.signal(signal.SIGINT)
                code = kiosk.program.code(END_SECONDS)
                findings.faults += [f"ended with {code}"] if code else []
            return findings
        finally:
            kiosk.end()


def main() -> int:
    """Play from the command line; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="random taps on the real kiosk")
    parser.add_argument("--taps", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--portrait", action="store_true")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    findings = play(PORTRAIT if options.portrait else LANDSCAPE, options.taps, options.seed)
    print(findings)
    for fault in findings.faults:
        print(fault)
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
