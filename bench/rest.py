"""Processor time at rest on home, and memory after the start, against the floor.

`python -m bench.rest [--seconds 10]`. PSS counts shared pages by the share of each process.
"""

from __future__ import annotations

import argparse
import statistics
import time

from bench.stand import (
    BACKENDS,
    floor,
    kiosk,
    processor_share,
    program,
    pss,
    say,
    screen,
    touch,
    verdict,
)

LIMIT_CPU = 1.0
LIMIT_PSS = 1.5
SETTLED_SECONDS = 4
"""By then the kiosk has given back what only its start needed."""


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    options = parser.parse_args()
    missed = False
    with screen() as display:
        for backend in options.backends.split(","):
            missed |= _measure(backend, display, options.runs, options.seconds)
    return int(missed)


def _measure(backend: str, display: str, runs: int, seconds: float) -> bool:
    least: list[float] = []
    most: list[float] = []
    rest: list[float] = []
    for _run in range(runs):
        with program(floor(backend), display) as started:
            time.sleep(SETTLED_SECONDS)
            least.append(pss(started.process))
        with program(kiosk(backend), display) as started:
            time.sleep(SETTLED_SECONDS)
            most.append(pss(started.process))
            touch(display, 960, 500)  # wakes the attract loop
            time.sleep(4)
            rest.append(processor_share(started.process, seconds))
    small, large, cpu = (statistics.median(values) for values in (least, most, rest))
    say(f"{backend}: PSS after the start {large:.0f} MB, floor {small:.0f} MB")
    say(f"  PSS, kiosk / floor: {verdict(large / small, LIMIT_PSS)}")
    met = "ok" if cpu < LIMIT_CPU else "TOO MUCH"
    say(f"  at rest on home: {cpu:.2f} % of a core (limit {LIMIT_CPU:.0f} %) {met}")
    return large / small > LIMIT_PSS or cpu >= LIMIT_CPU


if __name__ == "__main__":
    raise SystemExit(main())
