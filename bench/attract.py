"""Processor time of the attract loop over a minute, in which all of its scenes come once.

`python -m bench.attract [--seconds 60] [--backends software,gpu]`. Counts the kiosk's own process;
what the display does for it is not in it.
"""

from __future__ import annotations

import argparse
import time

from bench.stand import BACKENDS, kiosk, processor_share, program, say, screen

LIMITS = {"software": 15.0}
"""Per cent of a core. Without a GPU OpenGL is not what the kiosk would choose: no limit."""
SETTLED_SECONDS = 3


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--backends", default=",".join(BACKENDS))
    options = parser.parse_args()
    missed = False
    with screen() as display:
        for backend in options.backends.split(","):
            with program(kiosk(backend), display) as started:
                time.sleep(SETTLED_SECONDS)
                share = processor_share(started.process, options.seconds)
            missed |= _judge(backend, share)
    return int(missed)


def _judge(backend: str, share: float) -> bool:
    limit = LIMITS.get(backend)
    words = f"{backend}: attract loop {share:.1f} % of a core"
    if limit is None:
        say(words)
        return False
    say(f"{words} (limit {limit:.0f} %) {'ok' if share <= limit else 'TOO MUCH'}")
    return share > limit


if __name__ == "__main__":
    raise SystemExit(main())
