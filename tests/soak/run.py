"""`make soak MINUTES=60`: hours of taps on the real kiosk; is it as it was at the start?

    python -m tests.soak.run --minutes 2

First it warms up: it sees every page in each language, text size and theme, and some in other
content, so that no store fills up while it is watched; then it plays for half as long as it will be
watched, until the most crowded moments of play have come. From then on, between stretches of play,
the kiosk is sent home and weighed; every few stretches other content comes. At the end stands the
slope of what its own memory comes down to, by least squares, per 10 000 page views, with its
standard error. Ends with 1 when the slope is more than two standard errors over 1 MB, when there
are more threads, handles or objects than at first, when it fell silent, ended, or warned, or when
it saw too little.
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
from itertools import cycle
from pathlib import Path
from typing import Any

from kiosk import factory
from kiosk.store.reader import load
from kiosk.store.staged import Staged
from kiosk.store.versions import Store
from tests.e2e.driver import Stand
from tests.e2e.driver.program import Program
from tests.e2e.driver.records import troubles
from tests.soak.hand import KINDS, Hand, Walker
from tests.soak.verdict import COUNTED, Result, Sample, grown, judge

CHECKOUT = Path(__file__).resolve().parents[2]
MEGABYTE = 1e6
SILENT_SECONDS = 30.0
TOUR_SECONDS = 1800.0
WALKED = 200
"""Pages seen of each content before play: 1500 pages in all, and memory is level from there on."""
STRETCHES = 40
CHANGE_EVERY = 4
"""Stretches between two changes of the content."""
SETTLING = 0.5
"""Part of the watched time that it plays before: memory grew by 5 MB in the first twenty minutes of
play, and no more in the next seventy."""
BURST = 20
SETTINGS = "[idle]\nseconds = 60\n"


class SilentError(Exception):
    """The kiosk did not answer, or has ended."""


class Soak:
    """One kiosk, one hand, and the questions between."""

    def __init__(
        self,
        stand: Stand,
        renderer: str,
        change_every: int,
        stretches: int = STRETCHES,
        *,
        explains: bool = False,
    ) -> None:
        self._stretches = stretches
        self._explains = explains
        self._parts: list[dict[str, dict[str, int]]] = []
        self._counted = self._before = dict.fromkeys(COUNTED, 0)
        self._stand = stand
        self._change_every = change_every
        self._versions = [self._publish(number) for number in (1, 2)]
        self._next_version = cycle(self._versions)
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

    def pinch(self, spots: list[float]) -> None:
        """Let the observer draw with two fingers."""
        self.ask("pinch:" + ",".join(f"{each:.4f}" for each in spots))

    def walk(self, pages: int) -> None:
        """Let the observer see so many pages."""
        self.ask(f"walk:{pages}", SILENT_SECONDS + pages)

    def ask(self, word: str, seconds: float = SILENT_SECONDS) -> dict[str, Any]:
        """Ask the observer; raises `SilentError`."""
        began = time.monotonic()
        try:
            os.write(self._asking, f"{word}\n".encode())
        except BrokenPipeError:
            raise SilentError(f"nobody is there for {word!r}") from None
        while b"\n" not in self._heard:
            left = began + seconds - time.monotonic()
            ready, _, _ = select.select([self._answers], [], [], max(0.0, left))
            part = os.read(self._answers, 65_536) if ready else b""
            if not part:
                raise SilentError(f"no answer to {word!r} within {seconds:.0f} s")
            self._heard += part
        line, _, self._heard = self._heard.partition(b"\n")
        return json.loads(line)

    def warm_up(self) -> None:
        """See all there is, and other content twice, so that what is kept is full."""
        self.ask("tour", TOUR_SECONDS)
        for _ in self._versions:
            self._change()
            self.walk(WALKED)

    def settle(self, hand: Hand | Walker, minutes: float, rate: float) -> None:
        """Play as it will be watched, and forget what was weighed."""
        self.play(hand, minutes, rate)
        self._before = self._counted
        self._parts.clear()
        self.result = Result(faults=self.result.faults)

    def lose(self, size: int) -> None:
        """Lose so many bytes with each page from now on, to see whether that is found."""
        self.ask(f"leak:{size}")

    def play(self, hand: Hand | Walker, minutes: float, rate: float) -> None:
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
                self._change()
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
        complaints = self.program.complained.splitlines()
        self.result.faults += [*troubles(log)[:10], *complaints[:10]]

    def _publish(self, number: int) -> str:
        store = Store(self._stand.home / "state/content")
        with store.locked(), store.staging() as room:
            folder = room / "bundle"
            folder.mkdir()
            source = factory.default_content()
            shutil.copytree(source / "assets", folder / "assets", ignore=_not_of_the_bundle)
            data = json.loads((source / "content.json").read_text(encoding="utf-8"))
            data["version"] = f"soak.{number}"
            (folder / "content.json").write_text(json.dumps(data), encoding="utf-8")
            info = store.publish(Staged(folder, load(folder).bundle))
        store.confirm(info.id)
        return info.id

    def _change(self) -> None:
        chosen = next(self._next_version)
        Store(self._stand.home / "state/content").choose(chosen)
        if self.ask("change", seconds=60)["changed"]:
            self.result.changes += 1
        else:
            self.result.faults.append(f"the content did not change over to {chosen}")

    def _weigh(self) -> None:
        found = self.ask("rest", seconds=60)
        self._counted = {name: found[name] for name in COUNTED}
        self.result.counts = {name: self._counted[name] - self._before[name] for name in COUNTED}
        sizes = {name: found[name] for name in ("pages", "threads", "handles", "objects", "blocks")}
        sizes |= {name: found[name] / MEGABYTE for name in ("rss", "private", "held")}
        if found["screen"] == "home":
            self.result.samples.append(Sample(**sizes))
        if self._explains:
            self._parts.append(self.ask("explain"))

    def explained(self) -> list[str]:
        """What there is more of at the last rest than at the first."""
        return grown(self._parts[0], self._parts[-1]) if self._parts else []

    def _progress(self) -> str:
        counts, last = self.result.counts, self.result.samples[-1]
        return (
            f"{self.result.seconds:6.0f} s  {counts['taps']:7} taps  {counts['pages']:6} pages  "
            f"{last.rss:6.1f} MB ({last.private:.1f} own, {last.held:.1f} held)  "
            f"{last.threads} threads  {last.handles} handles  "
            f"{last.objects} objects  {last.blocks} blocks"
        )


def _not_of_the_bundle(_folder: str, names: list[str]) -> set[str]:
    return {"demo"} & set(names)


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    watched = "that it is watched, after a warm-up of 11\nand half as many minutes of play"
    parser.add_argument("--minutes", type=float, default=5, help=watched)
    parser.add_argument("--rate", type=float, default=45, help="taps a second, at most")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--renderer", choices=("software", "gpu"), default="software")
    parser.add_argument("--change-every", type=int, default=CHANGE_EVERY, metavar="STRETCHES")
    parser.add_argument("--stretches", type=int, default=STRETCHES, help="rests for weighing")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", metavar="KIND,...", help=f"some of {', '.join(KINDS)}")
    parser.add_argument("--walk", action="store_true", help="pages in a row instead of taps")
    parser.add_argument("--leak", type=int, default=0, metavar="BYTES", help="lost with each page")
    parser.add_argument("--explain", action="store_true", help="say what there is more of")
    options = parser.parse_args()
    options.only = options.only.split(",") if options.only else []
    if unknown := {*options.only} - {*KINDS}:
        parser.error(f"--only knows no {', '.join(sorted(unknown))}")
    return options


def main() -> int:
    """Play from the command line; 1 when something is wrong."""
    options = read_options()
    width, height = (int(side) for side in options.size.split("x"))
    print(f"seed {options.seed}")
    with Stand((width, height)) as stand:
        stand.fresh(SETTINGS)
        every, stretches = options.change_every, options.stretches
        soak = Soak(stand, options.renderer, every, stretches, explains=options.explain)
        if options.walk:
            hand = Walker(soak.walk)
        else:
            hand = Hand(stand.screen.name, (width, height), options.seed, soak.pinch, options.only)
        try:
            soak.begin()
            soak.warm_up()
            soak.lose(options.leak)
            soak.settle(hand, SETTLING * options.minutes, options.rate)
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
    print(f"\nwatched for {result.seconds / 60:.1f} minutes; in all {done}")
    print("\n".join([*lines, *soak.explained()]))
    print("\n".join(f"FAULT: {fault}" for fault in result.faults) or "all is well")
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main())
