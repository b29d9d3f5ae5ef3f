"""Times between frames while a visitor goes from home to a section, a page, the next page and back.

`python -m bench.frames [--runs 2] [--backends software,gpu] [--sizes 1920x1080,3840x2160]`;
with `--profile` one run, and what the heaviest frames of each film went into.
The kiosk and an empty window (`bench/Empty.qml`) take turns, both with the same small square that
never rests (`bench/Mover.qml`): so there is a frame to wait for at every moment, and a page that
is built while nothing is drawn shows as one long frame instead of as none. A film is the three
quarters of a second after the touch. The second round of a process is measured.

Only the 99th percentile needs several runs; at a size other than 1920x1080, which has no limit,
the walk goes through two sections. All of it takes six minutes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from typing import Any

from bench.films import NAMES
from bench.parts import NAMES as PARTS
from bench.stand import BACKENDS, ROOT, plain_environment, say, screen, verdict

SIZES = "1920x1080,3840x2160"
JUDGED = "1920x1080"
WORST = {("software", JUDGED): 1.35}
"""Limits of the 99th percentile, as ratios to the empty window's."""
MIDDLE = {("gpu", JUDGED): 1.3}
"""Limits of the median."""
RUN_SECONDS = 600
HEAVY = 16
"""Milliseconds: a frame that costs more is late."""

Films = dict[str, list[float]]


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    missed = False
    for size in options.sizes.split(","):
        with screen(size) as display:
            for backend in options.backends.split(","):
                if options.profile:
                    _profile(backend, size, display)
                else:
                    missed |= _compare(backend, size, display, options.runs)
    return int(missed)


def _compare(backend: str, size: str, display: str, runs: int) -> bool:
    films: Films = defaultdict(list)
    busy: Films = defaultdict(list)
    work: Films = defaultdict(list)
    strict, judged = (backend, size) in WORST, size == JUDGED
    for _ in range(runs if strict else 1):
        for what in ("floor", "kiosk"):
            answer = _run(what, backend, display, *([] if judged else ["few"]))
            busy[what] += answer["busy"]
            work[what] += answer["work"]
            for name, takes in answer["films"].items():
                films[name] += [gap for take in takes for gap in take]
    films["all of them"] = [gap for name in NAMES for gap in films[name]]
    say(f"{backend} {size}: ms from frame to frame")
    for name in ("floor", *NAMES, "all of them"):
        middle, worst = statistics.median(films[name]), percentile(films[name], 99)
        words = f"    {name:<16} median {middle:5.1f}, 99th percentile {worst:6.1f}"
        say(f"{words}, longest {max(films[name]):6.1f} of {len(films[name])}")
    for what in ("floor", "kiosk"):
        words = f"all threads {statistics.median(busy[what]):.1f} ms a frame, the one that draws"
        words += f" {statistics.median(work[what]):.1f} ms, 99th percentile"
        say(f"    processor time, {what}: {words} {percentile(work[what], 99):.1f} ms")
    middle = statistics.median(films["all of them"]) / statistics.median(films["floor"])
    worst = percentile(films["all of them"], 99) / percentile(films["floor"], 99)
    missed = _judge("median", middle, MIDDLE.get((backend, size)))
    return _judge("99th percentile", worst, WORST.get((backend, size))) or missed


def _profile(backend: str, size: str, display: str) -> None:
    """Print the heaviest frames of each film, in ms of the drawing thread's processor time."""
    answer = _run("kiosk", backend, display, "parts")
    say(f"{backend} {size}: ms after the touch, ms of processor time")
    for name, frames in answer["heaviest"]:
        say(f"  {name}")
        for moment, *parts in frames:
            told = ", ".join(f"{part} {ms:.1f}" for part, ms in zip(PARTS, parts, strict=True))
            say(f"    at {moment:3.0f}: {sum(parts):5.1f} ({told})")
    work = answer["work"]
    say(f"  {sum(cost > HEAVY for cost in work)} of {len(work)} frames cost over {HEAVY} ms")


def _run(what: str, backend: str, display: str, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.films", what, backend, *more]
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=plain_environment(display, home),
            capture_output=True,
            text=True,
            timeout=RUN_SECONDS,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"the measurement ended early: {done.stderr}")
    return json.loads(done.stdout)


def _judge(words: str, ratio: float, limit: float | None) -> bool:
    """Print a ratio to the floor; whether its limit is missed."""
    said = f"{ratio:.2f} x" if limit is None else verdict(ratio, limit)
    say(f"  frame times, {words}, kiosk / empty window: {said}")
    return limit is not None and ratio > limit


def percentile(values: list[float], per_cent: int) -> float:
    """The value that so many per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * per_cent // 100) - 1]


if __name__ == "__main__":
    raise SystemExit(main())
