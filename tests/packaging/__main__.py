"""`make package-test`: the portable folder and the stick in systems that have nothing.

Each trial prints a line per thing that was tried; the pictures lie in build/rooms. Needs root,
debootstrap, Xvfb and what `make build` has built. A quarter of an hour.
"""

from __future__ import annotations

import argparse
import os
import sys

from tests.packaging import portable, stick
from tests.packaging.room import MIRROR, UBUNTU
from tests.packaging.told import Told

DEBIAN = "bookworm"
TRIALS = ("portable", "stick", "ubuntu")


def main() -> int:
    """Run the trials; 1 when one thing failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.packaging", description=__doc__)
    parser.add_argument("trial", nargs="*", choices=[*TRIALS, []], help="default: all")
    chosen = parser.parse_args().trial or TRIALS
    told = Told()
    if "portable" in chosen:
        portable.trial(told, DEBIAN)
    if "stick" in chosen:
        stick.trial(told, DEBIAN)
    if "ubuntu" in chosen and not os.environ.get(MIRROR):
        print(f"Ubuntu was not tried: {MIRROR} names no mirror of it.")
    elif "ubuntu" in chosen:
        for suite in UBUNTU:
            portable.trial(told, suite)
    return told.end()


if __name__ == "__main__":
    sys.exit(main())
