"""Start of the packaged program to its first frame, beside the same from the checkout.

`python -m bench.frozen [--runs 15] [--cold-runs 5] [--backends software,gpu]` after `make build`.
Both start alternately, warm; medians. Cold starts read everything from the disk anew and need the
rights of root; without them they are left out, with words.
"""

from __future__ import annotations

import argparse
import os
import statistics
from pathlib import Path

from bench.stand import BACKENDS, ROOT, kiosk, program, say, screen, verdict

FROZEN = ROOT / "dist" / "juosta" / "kiosk"
LIMIT_WARM = 1.2
LIMIT_COLD = 1.5
_DROP = Path("/proc/sys/vm/drop_caches")


def main() -> int:
    """Measure and print; 1 when a limit is missed, 2 when nothing is built yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--cold-runs", type=int, default=5)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    options = parser.parse_args()
    if not FROZEN.is_file():
        say("Nothing is built yet: make build")
        return 2
    missed = False
    with screen() as display:
        for backend in options.backends.split(","):
            missed |= _compare(backend, display, options.runs, cold=False)
            if options.cold_runs and os.access(_DROP, os.W_OK):
                missed |= _compare(backend, display, options.cold_runs, cold=True)
            elif options.cold_runs:
                say(f"{backend}: cold starts were not measured; they need the rights of root")
    return int(missed)


def _compare(backend: str, display: str, runs: int, *, cold: bool) -> bool:
    commands = {
        "checkout": kiosk(backend),
        "packaged": [str(FROZEN), "run", "--renderer", backend],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            if cold:
                os.sync()
                _DROP.write_text("3", encoding="ascii")
            with program(command, display) as started:
                if run > 0:  # the first round warms the caches, or the machine
                    seconds[name].append(started.seconds)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    kind, limit = ("cold", LIMIT_COLD) if cold else ("warm", LIMIT_WARM)
    told = ", ".join(f"{name} {1000 * value:.0f} ms" for name, value in medians.items())
    ratio = medians["packaged"] / medians["checkout"]
    say(f"{backend}, {kind}: {told}: {verdict(ratio, limit)}")
    return ratio > limit


if __name__ == "__main__":
    raise SystemExit(main())
