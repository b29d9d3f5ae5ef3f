"""Content that takes the program with it at every start: how long until the screen is usable.

    python -m tests.faults.loops --times 3

A usable screen is one that has been drawn by a program that is still there ten seconds later.
Prints a table and ends with 1 when one took longer than three minutes.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.guard import ladder
from kiosk.store.versions import Store
from tests.faults.hall import Hall
from tests.unit.store.shelf import install

LIMIT_SECONDS = 180.0
STAYS_SECONDS = 10.0
MARK = "crash.png"
LATER = "later.png"
HANG = "hang.png"


def versions(hall: Hall) -> Store:
    """Two good versions on a stand."""
    store = Store(hall.home / "state" / "content")
    for version in ("first", "second"):
        install(store, version)
    return store


def spoil(store: Store, version: str, mark: str = MARK) -> None:
    """From now on this version takes the program with it."""
    (store.path(version) / "assets" / mark).write_bytes(b"")


def newest(hall: Hall) -> int:
    """The newest version crashes: the one before is shown."""
    store = versions(hall)
    spoil(store, store.versions()[0].id)
    return ladder.BEFORE


def later(hall: Hall) -> int:
    """The newest version crashes three seconds after each start."""
    store = versions(hall)
    spoil(store, store.versions()[0].id, LATER)
    return ladder.BEFORE


def hanging(hall: Hall) -> int:
    """The newest version keeps the program from ever coming up."""
    store = versions(hall)
    spoil(store, store.versions()[0].id, HANG)
    return ladder.BEFORE


def brought_in(hall: Hall) -> int:
    """A version that was just installed crashes; it has never been well."""
    store = versions(hall)
    spoil(store, install(store, "third", good=False).id)
    return ladder.BEFORE


def everything(hall: Hall) -> int:
    """All that was ever installed crashes: the factory content is shown."""
    store = versions(hall)
    for one in store.versions():
        spoil(store, one.id)
    return ladder.FACTORY


def card(hall: Hall) -> int:
    """Whatever draws with the graphics card crashes: safe mode."""
    versions(hall)
    hall.words += ["--renderer", "gpu"]
    (hall.folder / "no-card").write_bytes(b"")
    return ladder.SAFE


@dataclass(frozen=True)
class Case:
    """Prepares a stand and says on which rung it has to end."""

    words: str
    prepare: Callable[[Hall], int]


CASES = {
    "newest": Case("the newest version crashes", newest),
    "later": Case("the same, 3 s after each start", later),
    "hang": Case("the newest version hangs the start", hanging),
    "new": Case("one just installed crashes", brought_in),
    "all": Case("every installed version crashes", everything),
    "card": Case("all that uses the graphics card crashes", card),
}


def once(case: Case) -> float:
    """Seconds from the start of the kiosk to a screen that stays."""
    with Hall() as hall:
        rung = case.prepare(hall)
        hall.healthy = "60"
        began = time.monotonic()
        hall.start()
        while True:
            drawn = hall.new_frame(began, LIMIT_SECONDS)
            screen = hall.screen()
            hall.until(
                "a screen that stays, or the next",
                lambda: hall.screen() != screen or time.monotonic() > drawn + STAYS_SECONDS,  # noqa: B023 - called now
            )
            if screen and hall.screen() == screen:
                break
            hall.first_frame_file.unlink(missing_ok=True)
        found = ladder.read(Path(hall.home / "state" / "ladder.json")).rung
        assert found == rung, f"rung {found} instead of {rung}\n{hall.said()[-2000:]}"
        return drawn - began


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--case", action="append", choices=CASES, help="only this one")
    options = parser.parse_args()
    print(f"{'case':<8}{'what':<42}{'times':>6}{'median s':>10}{'worst s':>9}", flush=True)
    missed = False
    for name in options.case or CASES:
        seconds = [once(CASES[name]) for _ in range(options.times)]
        missed |= max(seconds) > LIMIT_SECONDS
        numbers = f"{statistics.median(seconds):>10.1f}{max(seconds):>9.1f}"
        print(f"{name:<8}{CASES[name].words:<42}{len(seconds):>6}{numbers}", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
