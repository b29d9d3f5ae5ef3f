"""Processor time at rest on home, and memory after the start, against the floor.

`python -m bench.rest [--seconds 10]`. PSS counts shared pages by the share of each process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import time

from bench.stand import BACKENDS, Started, floor, kiosk, program, say, screen, verdict

LIMIT_CPU = 1.0
LIMIT_PSS = 1.5
MEGABYTE = 1024 * 1024


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
            least.append(_pss(started))
        with program(kiosk(backend), display) as started:
            most.append(_pss(started))
            _tap(display)
            time.sleep(4)
            rest.append(_cpu(started, seconds))
    small, large, cpu = (statistics.median(values) for values in (least, most, rest))
    say(f"{backend}: PSS after the start {large:.0f} MB, floor {small:.0f} MB")
    say(f"  PSS, kiosk / floor: {verdict(large / small, LIMIT_PSS)}")
    met = "ok" if cpu < LIMIT_CPU else "TOO MUCH"
    say(f"  at rest on home: {cpu:.2f} % of a core (limit {LIMIT_CPU:.0f} %) {met}")
    return large / small > LIMIT_PSS or cpu >= LIMIT_CPU


def _pss(started: Started) -> float:
    time.sleep(2)
    return started.process.memory_full_info().pss / MEGABYTE


def _cpu(started: Started, seconds: float) -> float:
    """Per cent of a core over some seconds."""
    before = started.process.cpu_times()
    time.sleep(seconds)
    after = started.process.cpu_times()
    used = after.user + after.system - before.user - before.system
    return 100 * used / seconds


def _tap(display: str) -> None:
    """Wake the attract loop."""
    command = ["xdotool", "mousemove", "960", "500", "click", "1"]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
