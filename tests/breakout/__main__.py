"""Try to get out of the real kiosk, and print the table.

    python -m tests.breakout --times 20
    python -m tests.breakout --platform wayland --attempt "window keys"

Ends with 1 when anything has led out, or when an attempt could not be shown to arrive anywhere.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator

from tests.breakout.attempts import ATTEMPTS, BY_HAND, ELSEWHERE, Attempt
from tests.breakout.place import PLACES, missing, no_fingers
from tests.breakout.series import Row, Series, controls
from tests.breakout.special import SPECIAL


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.breakout", description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--attempt", action="append", metavar="NAME", help="only this one")
    parser.add_argument("--platform", choices=sorted(PLACES), help="only there")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of long attempts")
    parser.add_argument("--list", action="store_true", help="name the attempts and do nothing")
    options = parser.parse_args()
    names = [each.name for each in ATTEMPTS] + list(SPECIAL)
    if options.list:
        print(*names, sep="\n")
        return 0
    wanted = options.attempt or names
    if unknown := set(wanted) - set(names):
        parser.error(f"no such attempt: {', '.join(sorted(unknown))}")
    begun = time.monotonic()
    rows: list[Row] = []
    print(f"{'attempt':32} {'platform':9} {'control':8} {'times':>5} {'escapes':>7}", flush=True)
    for name in [options.platform] if options.platform else list(PLACES):
        rows += _everything(name, wanted, options.times, options.seconds)
    print("\nBy hand, on a real machine (build_spec/linux/README.md):")
    for name, how in BY_HAND.items():
        print(f"  {name}: {how}")
    print("\nElsewhere:")
    for name, where in ELSEWHERE.items():
        print(f"  {name}: {where}")
    wrong = [row for row in rows if not row.fine]
    print(f"\n{len(rows)} attempts, {sum(row.times for row in rows)} times in "
          f"{time.monotonic() - begun:.0f} s; escapes: {sum(len(row.escapes) for row in rows)}; "
          f"controls that failed: {sum(not row.control for row in rows)}")  # fmt: skip
    return 1 if wrong or not rows else 0


def _everything(name: str, wanted: list[str], times: int, seconds: float) -> list[Row]:
    """All rows of a platform; each is printed when it is through."""
    if reason := missing(name):
        print(f"{'(all)':32} {name:9} left out: {reason}")
        return [Row("all", name, control=False)]
    no_glass = no_fingers(name)
    rows = []
    for row in _rows(name, wanted, times, seconds, fingers=not no_glass):
        rows.append(row)
        _print(row)
    for attempt in ATTEMPTS:
        if attempt.fingers and no_glass and name in attempt.places and attempt.name in wanted:
            print(f"{attempt.name:32} {name:9} left out: {no_glass}")
    return rows


def _rows(
    name: str, wanted: list[str], times: int, seconds: float, *, fingers: bool
) -> Iterator[Row]:
    chosen = [each for each in ATTEMPTS if _fits(each, name, wanted, fingers=fingers)]
    with PLACES[name](fingers=fingers) as place:
        if chosen:
            heard = controls(place, chosen)
            series = Series(place, times, seconds)
            try:
                yield from series.run(chosen, heard)
            finally:
                series.end()
        for special, run in SPECIAL.items():
            if special in wanted and (row := run(place, times)) is not None:
                yield row


def _fits(attempt: Attempt, name: str, wanted: list[str], *, fingers: bool) -> bool:
    return name in attempt.places and attempt.name in wanted and (fingers or not attempt.fingers)


def _print(row: Row) -> None:
    control = "arrives" if row.control else "FAILED"
    print(
        f"{row.attempt:32} {row.place:9} {control:8} {row.times:5} {len(row.escapes):7}",
        flush=True,
    )
    for words in dict.fromkeys(row.escapes):
        print(f"    {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
