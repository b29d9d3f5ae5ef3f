"""Runs before the kiosk in the program for Windows, which has no terminal of its own.

What it says goes to whoever reads it through a pipe, else nowhere; Python would have no streams at
all. Started without words, from a shortcut or as the shell of a stand, it shows the content.
"""

import os
import sys


def _begin() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a terminal may know fewer letters
    shown = os.path.basename(sys.executable).lower() == "kiosk.exe"
    if shown and len(sys.argv) == 1:
        sys.argv.append("run")


_begin()
