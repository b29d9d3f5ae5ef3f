"""`kiosk run`: its options, and what has to come before anything else of it."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import signal
import sys
from pathlib import Path

from kiosk import paths, startpicture
from kiosk.bridge import ahead, memory
from kiosk.guard import crashes, environment, ladder

NAME = "run"
HELP = "show the content full screen, locked"


def size(text: str) -> tuple[int, int]:
    """An argument like 1280x720 in px."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 320 and int(height) >= 320):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it like 1280x720")
    return int(width), int(height)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = (
        "examples:\n  kiosk run\n  kiosk run stand/ --window 1280x720 --language lt\n"
        "  kiosk run --watch stand/ --window 1280x720 --unlocked"
    )
    parser.add_argument("content", nargs="?", type=Path, help="a bundle's folder or content.json")
    parser.add_argument("--watch", type=Path, metavar="FOLDER", help="show each saving at once")
    parser.add_argument("--window", type=size, metavar="WxH", help="a window, not the whole screen")
    parser.add_argument("--rotate", type=int, choices=(0, 90, 180, 270), help="turn the picture")
    parser.add_argument("--language", metavar="TAG", help="language to start in")
    parser.add_argument("--renderer", choices=("auto", "software", "gpu"), default="auto")
    parser.add_argument("--unlocked", action="store_true", help="for developers: may be closed")
    parser.add_argument(
        "--no-supervisor", action="store_true", help="without the process that starts it again"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file to use")


def bring_msgspec() -> None:
    """Import msgspec without `typing_extensions`: 0.3 MB for what this Python's `typing` has."""
    other = "typing_extensions"
    barred = other not in sys.modules
    if barred:
        sys.modules[other] = None  # type: ignore[assignment] - the import system's way to say no
    importlib.import_module("msgspec")
    if barred:
        del sys.modules[other]


def run(options: argparse.Namespace) -> int:
    """Show the content until staff leave."""
    if options.watch and options.content:
        words = "--watch shows the folder that it names"
        sys.stderr.write(f"kiosk run: {words}; leave “{options.content}” out.\n")
        return 2
    gc.disable()  # until the first frame: nothing of the start is garbage
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until Qt is there to end in order
    removed = environment.wipe(os.environ, unlocked=options.unlocked)
    crashes.keep_silent()
    memory.share_one_store()
    places = paths.find(options.config)
    record = ladder.handed_on(os.environ)
    picture = startpicture.of(options, places, record)
    if picture is not None:
        picture.show(options.renderer, places.renderer, _end_without_display)
    bring_msgspec()  # has libraries too, and they would wait for Qt's
    ahead.begin()
    from kiosk import running  # while Qt's libraries are loaded

    return running.run(options, removed, places, record, picture)


def _end_without_display() -> None:
    from kiosk import running

    running.end_without_display()
