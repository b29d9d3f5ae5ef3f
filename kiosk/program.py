"""How this program is started once more: from a checkout by its Python, frozen by itself.

Every child of the kiosk (the screen, a rehearsal, pictures of a comparison) is one of its own
commands, so that nothing but the program is needed. The supervisor reads it before it starts the
screen, so it imports nothing that Python has not loaded anyway.
"""

from __future__ import annotations

import os.path
import sys

FOLDER = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib takes 10 ms
"""Where a child is started: the folder of the package `kiosk`, which a checkout's Python finds."""


def frozen() -> bool:
    """Whether this is the packaged program, which carries its own Python."""
    return bool(getattr(sys, "frozen", False))


def command(*arguments: str) -> list[str]:
    """The words that start this program with other arguments: `command("rehearse", folder)`."""
    if frozen():
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "kiosk", *arguments]


def same_again() -> list[str]:
    """The words that started this process, with the options of its Python if there were any."""
    if frozen():
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]
