"""`make soak MINUTES=60`: hours of taps on the real kiosk; is it as it was at the start?

    python -m tests.soak.run --minutes 2

Between stretches of play the kiosk is sent home and weighed; every few stretches other content
comes. At the end stands the slope of its memory by least squares, per 10 000 page views, with its
standard error. Ends with 1 when the slope is more than two standard errors over 1 MB, when there
are more threads, handles or objects than after the warm-up, when it fell silent, ended, or warned.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.pages import slope_of
from kiosk import app
from kiosk.store.reader import load
from kiosk.store.staged import Staged
from kiosk.store.versions import Store
from tests.e2e.driver import Stand
from tests.e2e.driver.program import Program
from tests.soak.hand import Hand

CHECKOUT = Path(__file__).resolve().parents[2]
MEGABYTE = 1e6
LIMIT_MEGABYTES = 1.0
PER_VIEWS = 10_000
SILENT_SECONDS = 30.0
STRETCHES = 40
CHANGE_EVERY = 4
"""Stretches between two changes of the content."""
WARM_PART = 0.2
WARM_VIEWS = 300
"""The warm-up is over when so many pages were shown: each of them once or more."""
BURST = 20
SETTINGS = "[idle]\nseconds = 60\n"


class SilentError(Exception):
    """The kiosk did not answer, or has ended."""


@dataclass
class Sample:
    """What the kiosk was when it rested on home."""

    pages: int
    rss: float
    threads: int
    handles: int
    objects: int


@dataclass
class Result:
    """What came of it; `faults` is empty when all is well."""

    samples: list[Sample] = field(default_factory=list[Sample])
    counts: dict[str, int] = field(default_factory=dict[str, int])
    changes: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list[str])


class Soak:
    """One kiosk, one hand, and the questions between."""

    def __init__(
        self, stand: Stand, renderer: str, change_every: int, stretches: int = STRETCHES
    ) -> None:
        self._stretches = stretches
        self._stand = stand
        self._change_every = change_every
        self._versions = [self._publish(number) for number in (1, 2)]
        ask, self._asking = os.pipe()
        self._answers, answer = os.pipe()
        words = [sys.executable, "-m", "tests.soak.probe", str(ask), str(answer), "run"]
        words += ["--no-supervisor", "--renderer", renderer]
        keep = (ask, answer)
        self.program = Program(
            words, stand.home, "kiosk", stand.environment, keep=keep, folder=CHECKOUT
        )
        os.close(ask)
        os.close(answer)
        self._heard = b""
        self.result = Result()

    def ask(self, word: str, seconds: float = SILENT_SECONDS) -> dict[str, Any]:
        """Ask the observer; raises `SilentError`."""
        began = time.monotonic()
        os.write(self._asking, f"{word}\n".encode())
        while b"\n" not in self._heard:
            left = began + seconds - time.monotonic()
            ready, _, _ = select.select([self._answers], [], [], max(0.0, left))
            part = os.read(self._answers, 65_536) if ready else b""
            if not part:
                raise SilentError(f"no answer to {word!r} within {seconds:.0f} s")
            self._heard += part
        line, _, self._heard = self._heard.partition(b"\n")
        return json.loads(line)

    def play(self, hand: Hand, minutes: float, rate: float) -> None:
        """Play for so long, with rests between."""
        began = time.monotonic()
        stretch = max(4.0, minutes * 60 / self._stretches)
        number = 0
        while time.monotonic() < began + 60 * minutes:
            until = time.monotonic() + stretch
            while time.monotonic() < until:
                hand.play(BURST, 1 / rate)
                asked = time.monotonic()
                self.ask("count")
                self.result.slowest = max(self.result.slowest, time.monotonic() - asked)
            number += 1
            if number % self._change_every == 0:
                self._change(number // self._change_every)
            self._weigh()
            self.result.seconds = time.monotonic() - began
            print(self._progress(), flush=True)

    def begin(self) -> None:
        """Wait for the first frame."""
        self.ask("count", seconds=60)

    def end(self) -> None:
        """End the kiosk in order, and read what it has complained about."""
        if self.program.alive:
            self.program.signal(signal.SIGINT)
            if code := self.program.code(15):
                self.result.faults.append(f"it ended with {code}")
        else:
            crash = (self._stand.home / "state/log/screen-crash.txt").read_text(errors="replace")
            code = self.program.process.returncode
            self.result.faults.append(f"it has ended by itself ({code}) {crash[-3000:]}")
        log = (self._stand.home / "state/log/screen.log").read_text(errors="replace")
        bad = [
            line for line in log.splitlines() if any(w in line for w in (" WARNING ", " ERROR "))
        ]
        self.result.faults += [*bad[:10], *self.program.complained.splitlines()[:10]]

    def _publish(self, number: int) -> str:
        store = Store(self._stand.home / "state/content")
        with store.locked(), store.staging() as room:
            folder = room / "bundle"
            folder.mkdir()
            source = app.default_content()
            shutil.copytree(source / "assets", folder / "assets", ignore=_not_of_the_bundle)
            data = json.loads((source / "content.json").read_text(encoding="utf-8"))
            data["version"] = f"soak.{number}"
            (folder / "content.json").write_text(json.dumps(data), encoding="utf-8")
            info = store.publish(Staged(folder, load(folder).bundle))
        store.confirm(info.id)
        return info.id

    def _change(self, number: int) -> None:
        Store(self._stand.home / "state/content").choose(self._versions[number % 2 - 1])
        if self.ask("change", seconds=60)["changed"]:
            self.result.changes += 1
        else:
            self.result.faults.append(f"the content did not change over (change {number})")

    def _weigh(self) -> None:
        found = self.ask("rest", seconds=60)
        self.result.counts = {name: found[name] for name in _COUNTED}
        sizes = {name: found[name] for name in ("pages", "threads", "handles", "objects")}
        if found["screen"] == "home":
            self.result.samples.append(Sample(rss=found["rss"] / MEGABYTE, **sizes))

    def _progress(self) -> str:
        counts, last = self.result.counts, self.result.samples[-1]
        return (
            f"{self.result.seconds:6.0f} s  {counts['taps']:7} taps  {counts['pages']:6} pages  "
            f"{last.rss:6.1f} MB  {last.threads} threads  {last.handles} handles  "
            f"{last.objects} objects"
        )


_COUNTED = ("taps", "pages", "languages", "panels", "visits")


def _not_of_the_bundle(_folder: str, names: list[str]) -> set[str]:
    return {"demo"} & set(names)


def judge(result: Result) -> list[str]:
    """The table, line by line; what is wrong goes to the faults."""
    later = result.samples[max(1, int(len(result.samples) * WARM_PART)) :]
    warm = [sample for sample in later if sample.pages >= WARM_VIEWS]
    counts = result.counts
    lines = [f"{counts[name]:8} {name}" for name in _COUNTED]
    lines += [f"{result.changes:8} changes of the content"]
    lines += [f"{result.slowest:8.2f} s until the slowest answer"]
    if len(warm) < 4 or warm[-1].pages == warm[0].pages:
        return [*lines, f"too short for a verdict: {WARM_VIEWS} page views are warm-up"]
    slope, error = (PER_VIEWS * each for each in slope_of([(s.pages, s.rss) for s in warm]))
    lines.append(
        f"{slope:+8.1f} ± {error:.1f} MB per {PER_VIEWS} page views (limit {LIMIT_MEGABYTES:g}), "
        f"from {warm[0].rss:.0f} to {warm[-1].rss:.0f} MB"
    )
    if slope - 2 * error > LIMIT_MEGABYTES:
        result.faults.append("the memory grows")
    half = len(warm) // 2
    for name in ("threads", "handles", "objects"):
        first, last = (
            min(getattr(sample, name) for sample in part) for part in (warm[:half], warm[half:])
        )
        lines.append(f"{first:8} {name} at least in the first half, {last} in the second")
        if last > first:
            result.faults.append(f"there are more {name}")
    return lines


def main() -> int:
    """Play from the command line; 1 when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--rate", type=float, default=45, help="taps a second, at most")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--renderer", choices=("software", "gpu"), default="software")
    parser.add_argument("--change-every", type=int, default=CHANGE_EVERY, metavar="STRETCHES")
    parser.add_argument("--stretches", type=int, default=STRETCHES, help="rests for weighing")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    width, height = (int(side) for side in options.size.split("x"))
    print(f"seed {options.seed}")
    with Stand((width, height)) as stand:
        stand.fresh(SETTINGS)
        soak = Soak(stand, options.renderer, options.change_every, options.stretches)
        hand = Hand(stand.screen.name, (width, height), options.seed)
        try:
            soak.begin()
            soak.play(hand, options.minutes, options.rate)
        except SilentError as error:
            soak.result.faults.append(str(error))
        finally:
            soak.end()
            hand.close()
            soak.program.end()
        result = soak.result
        lines = judge(result) if result.samples else ["it was never weighed"]
    done = ", ".join(f"{number} {what}" for what, number in hand.done.items())
    print(f"\n{result.seconds / 60:.1f} minutes, {done}")
    print("\n".join(lines))
    print("\n".join(f"FAULT: {fault}" for fault in result.faults) or "all is well")
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main())
