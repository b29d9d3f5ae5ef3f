"""Broken bundles by the hundred thousand: each is refused in words, or taken because it is whole.

`make fuzz`, or `python -m tests.fuzz.bundles [--count 100000] [--seed 1]`. Four in five are bundle
files that go through staging, one in five is a picture that goes through packing. What raises
anything but `ContentError`, takes more than 5 s of processor time, or lets the process grow beyond
300 MB fails the run. The number repeats a single case: `--first N --count 1`.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kiosk.content.errors import ContentError
from kiosk.store import media
from kiosk.store.admission import Policy
from kiosk.store.staging import stage
from tests.fuzz import mutate

MOST_SECONDS = 5.0
MOST_MEGABYTES = 300
_SHOWN = 10
_PICTURES = 0.2
"""The part of the cases that is a picture at pack time."""


class Run:
    """A run of many cases: what became of them, and what should not have happened."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self.faults: list[str] = []
        self.slowest = (0.0, 0)
        self._folder = folder
        self._seed = seed
        self._policy = Policy()

    def case(self, number: int) -> None:
        """One broken bundle."""
        source = random.Random(self._seed * 1_000_000_007 + number)
        begun = time.process_time()
        try:
            self.outcomes[self._outcome(source)] += 1
        except Exception as error:
            self.outcomes["fault"] += 1
            self.faults.append(f"{number}: {type(error).__name__}: {error}"[:300])
        took = time.process_time() - begun
        self.slowest = max(self.slowest, (took, number))
        if took > MOST_SECONDS:
            self.faults.append(f"{number}: took {took:.1f} s")

    def _outcome(self, source: random.Random) -> str:
        try:
            if source.random() < _PICTURES:
                media.normalised(mutate.picture(source), "assets/x.png")
                return "picture taken"
            self._stage(mutate.whole_file(source))
        except ContentError as error:
            if not (error.words.strip() and error.fix.strip()):
                raise ValueError(f"{error.code} has no words") from None
            return error.code
        return "bundle taken"

    def _stage(self, data: bytes) -> None:
        file, into = self._folder / "x.kiosk", self._folder / "staging"
        file.write_bytes(data)
        try:
            stage(file, into, self._policy)
        finally:
            shutil.rmtree(into / "bundle", ignore_errors=True)


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run and report; 1 when something happened that should not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="end earlier after this time")
    options = parser.parse_args()
    begun, done = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Path(folder), options.seed)
        for number in range(options.first, options.first + options.count):
            run.case(number)
            done += 1
            if time.monotonic() - begun > 60 * options.minutes:
                break
            if done % 10_000 == 0:
                print(f"{done} …", file=sys.stderr, flush=True)
    for outcome, count in sorted(run.outcomes.items(), key=lambda item: -item[1]):
        print(f"{count:8}  {outcome}")
    for fault in run.faults[:_SHOWN]:
        print(f"FAULT {fault}")
    minutes = (time.monotonic() - begun) / 60
    seconds, number = run.slowest
    print(
        f"{done} broken bundles in {minutes:.1f} min: {len(run.faults)} faults, "
        f"slowest {seconds:.2f} s (number {number}, limit {MOST_SECONDS:.0f} s), "
        f"{megabytes():.0f} MB at most (limit {MOST_MEGABYTES} MB)"
    )
    return int(bool(run.faults) or megabytes() > MOST_MEGABYTES)


if __name__ == "__main__":
    raise SystemExit(main())
