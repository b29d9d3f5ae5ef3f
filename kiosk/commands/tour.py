"""`kiosk tour`: the real interface, offscreen, every page in every language, as PNG files."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kiosk import factory, log, paths
from kiosk.commands.run import size
from kiosk.content.errors import ContentError
from kiosk.store import reader

NAME = "tour"
HELP = "take pictures of every page"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = (
        "examples:\n  kiosk tour --out pictures\n"
        "  kiosk tour stand/ --out pictures --size 1080x1920 --languages lt --text large"
    )
    parser.add_argument("content", nargs="?", type=Path, help="a bundle's folder or content.json")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to put them")
    parser.add_argument("--size", type=size, action="append", metavar="WxH", help="repeatable")
    parser.add_argument(
        "--languages",
        metavar="TAGS",
        help="en,lt; the pseudo-languages en-XA (long) and ar-XB (from right to left) test layouts",
    )
    parser.add_argument("--theme", choices=("dark", "light", "contrast"), default="dark")
    parser.add_argument("--text", choices=("standard", "large", "largest"), default="standard")
    parser.add_argument("--less-motion", action="store_true", help="as a visitor may ask for")
    parser.add_argument("--reach", action="store_true", help="as a visitor who sits may ask for")
    parser.add_argument("--renderer", choices=("auto", "software", "gpu"), default="software")
    parser.add_argument(
        "--page",
        action="append",
        metavar="SECTION/STORY/PAGE",
        help="only this page, story or section; repeatable",
    )
    parser.add_argument("--screens", action="store_true", help="only the screens, no story pages")


def run(options: argparse.Namespace) -> int:
    """Take the pictures; 1 when a page raised a warning or left a block out."""
    log.set_up(paths.find().log, "command")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.tour import Tour, TourError

    try:
        content = reader.load(options.content or factory.default_content())
        tour = Tour(content, options)
        result = tour.run()
    except (ContentError, TourError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for fault in result.faults:
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(f"{result.pictures} pictures: {(options.out / 'index.html').resolve()}\n")
    return 1 if result.faults else 0
