"""Start to the first frame that shows the attract headline, as a ratio to the floor.

`python -m bench.start [--runs 15] [--backends software,gpu]`. Floor and kiosk start alternately,
warm; medians. The kiosk is `kiosk run` with its supervisor, from the start of the first process, on
a new stand; "again" is the same where it was started before, with the picture of that start;
"alone" is the screen without a supervisor, so the ratio of the two is what that costs. Also with
the largest content that the format allows.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from bench.large import write_large
from bench.stand import BACKENDS, Started, floor, kiosk, program, say, screen, verdict
from kiosk.guard.spawn import ALONE

LIMIT_FLOOR = 1.4
LIMIT_TEN = 1.2
LIMIT_HUNDRED = 2.0
KEPT_SECONDS = 3
"""The picture for the next start is written by then."""


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    options = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        ten = write_large(Path(folder) / "ten", 10)
        hundred = write_large(Path(folder) / "hundred", 100)
        for backend in options.backends.split(","):
            home = Path(folder) / f"stand-{backend}"
            with program(kiosk(backend), display, home):
                time.sleep(KEPT_SECONDS)
            missed |= _compare(backend, display, options.runs, home, ten, hundred)
    return int(missed)


def _compare(backend: str, display: str, runs: int, home: Path, ten: Path, hundred: Path) -> bool:
    commands = {
        "floor": floor(backend),
        "kiosk": kiosk(backend),
        "again": kiosk(backend),
        "alone": kiosk(backend, ALONE),
        "10 x": kiosk(backend, str(ten)),
        "100 x": kiosk(backend, str(hundred)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    starts: list[Started] = []
    for run in range(runs + 1):
        for name, command in commands.items():
            with program(command, display, home if name == "again" else None) as started:
                if run > 0:  # the first round warms the caches
                    seconds[name].append(started.seconds)
                    starts += [started] if name == "again" else []
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    say(f"{backend}: " + ", ".join(f"{n} {1000 * m:.0f} ms" for n, m in medians.items()))
    before = 0.0
    for phase in starts[0].phases:
        moment = statistics.median(start.phases[phase] for start in starts)
        say(f"    {phase:<22} {1000 * (moment - before):6.0f} ms")
        before = moment
    picture = statistics.median(start.phases["start picture"] for start in starts)
    say(f"  picture of the last start / floor: {picture / medians['floor']:.2f} x (no limit)")
    results = [
        ("kiosk / floor", medians["kiosk"] / medians["floor"], LIMIT_FLOOR),
        ("again / floor", medians["again"] / medians["floor"], LIMIT_FLOOR),
        ("10 x the content", medians["10 x"] / medians["kiosk"], LIMIT_TEN),
        ("100 x the content", medians["100 x"] / medians["kiosk"], LIMIT_HUNDRED),
    ]
    for words, ratio, limit in results:
        say(f"  start, {words}: {verdict(ratio, limit)}")
    cost = 1000 * (medians["kiosk"] - medians["alone"])
    ratio = medians["kiosk"] / medians["alone"]
    say(f"  start, with the supervisor / alone: {ratio:.2f} x, {cost:+.0f} ms (no limit)")
    return any(ratio > limit for _words, ratio, limit in results)


if __name__ == "__main__":
    raise SystemExit(main())
