"""Every fault, again and again, on the real supervisor and screen: how long until it is back.

    python -m tests.faults.recover --times 20
    python -m tests.faults.recover --fault kill --fault gil --times 3

Prints a table and ends with 1 when a fault was not healed, or not in time. `tests.faults.loops`
does the same for content that crashes at every start, `tests.faults.killing` for random moments.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import dataclass, field

from tests.faults.hall import NoRecoveryError
from tests.faults.injections import FAULTS, Fault

BLANK_COLOURS = 20


@dataclass
class Row:
    """What came of one fault."""

    name: str
    times: int = 0
    seconds: list[float] = field(default_factory=list[float])
    troubles: list[str] = field(default_factory=list[str])

    @property
    def good(self) -> bool:
        """Healed each time, in time."""
        limit = FAULTS[self.name].limit
        return len(self.seconds) == self.times and max(self.seconds, default=0) <= limit

    def __str__(self) -> str:
        healed = f"{len(self.seconds)}/{self.times}"
        median = f"{statistics.median(self.seconds):.1f}" if self.seconds else "-"
        worst = f"{max(self.seconds):.1f}" if self.seconds else "-"
        fault = FAULTS[self.name]
        verdict = "ok" if self.good else "MISSED"
        return (
            f"{self.name:<11}{fault.words:<40}{healed:>7}{median:>9}{worst:>8}"
            f"{fault.limit:>8.0f}  {verdict}"
        )


HEAD = f"{'fault':<11}{'what':<40}{'healed':>7}{'median s':>9}{'worst s':>8}{'limit':>8}"


def series(name: str, times: int) -> Row:
    """One fault so many times, on one stand as long as that is well."""
    row = Row(name)
    fault = FAULTS[name]
    while row.times < times:
        before = row.times
        try:
            with fault.stand() as hall:
                while row.times < times:
                    _once(hall, fault, row)
        except (NoRecoveryError, AssertionError) as error:
            row.troubles.append(str(error))
            row.times = max(row.times, before + 1)
    return row


def _once(hall, fault: Fault, row: Row) -> None:
    row.times += 1
    row.seconds.append(fault.inject(hall))
    hall.well()
    colours = hall.glass.colours()
    assert colours > BLANK_COLOURS, f"the glass shows {colours} colours"


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--fault", action="append", choices=FAULTS, help="only this one")
    options = parser.parse_args()
    print(HEAD, flush=True)
    rows: list[Row] = []
    for name in options.fault or FAULTS:
        rows.append(series(name, options.times))
        print(rows[-1], flush=True)
        for trouble in rows[-1].troubles:
            print(f"    {trouble}", file=sys.stderr)
    return int(not all(row.good for row in rows))


if __name__ == "__main__":
    sys.exit(main())
