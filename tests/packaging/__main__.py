"""`make package-test`: the portable folder and the stick in systems that have nothing.

Each trial prints a line per thing that was tried; the pictures lie in build/rooms. Needs root,
debootstrap, Xvfb, weston, rpm and what `make build` has built. A quarter of an hour.
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.packaging import portable, refused, stick, sticks
from tests.packaging.room import MIRROR, UBUNTU
from tests.packaging.told import Told

DEBIAN = "bookworm"
NEXT = "trixie"
TOO_OLD = "bullseye"


def main() -> int:
    """Run the trials; 1 when one thing failed."""
    trials = {
        "portable": _portable,
        "stick": lambda told: stick.trial(told, DEBIAN),
        "others": _others,
        "ubuntu": _ubuntu,
    }
    parser = argparse.ArgumentParser(prog="python -m tests.packaging", description=__doc__)
    parser.add_argument("trial", nargs="*", choices=[*trials, []], help="default: all")
    chosen = parser.parse_args().trial or trials
    told = Told()
    for name in chosen:
        trials[name](told)
    return told.end()


def _portable(told: Told) -> None:
    portable.libraries(told)
    portable.trial(told, DEBIAN)
    portable.not_whole(told, DEBIAN)


def _others(told: Told) -> None:
    """Systems that the stick is not for: the folder runs on the newer one."""
    portable.trial(told, NEXT)
    portable.too_old(told, TOO_OLD)
    made = sticks.make(sticks.NEWER, "--quick", "--no-archive")
    for suite in (NEXT, TOO_OLD):
        refused.other_system(told, suite, made)


def _ubuntu(told: Told) -> None:
    if not os.environ.get(MIRROR):
        print(f"Ubuntu was not tried: {MIRROR} names no mirror of it.")
        return
    for suite in UBUNTU:
        portable.trial(told, suite)


if __name__ == "__main__":
    sys.exit(main())
