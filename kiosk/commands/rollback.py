"""`kiosk rollback`: go back to the version before, or to a named one. Never imports Qt."""

from __future__ import annotations

import argparse
import sys

from kiosk import paths
from kiosk.content.errors import ContentError
from kiosk.store.versions import Store

NAME = "rollback"
HELP = "go back to the version before, or to a named one"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = "examples:\n  kiosk rollback\n  kiosk rollback 0003-fair-2026.1\n"
    parser.epilog += "  kiosk rollback factory\n\n“kiosk versions” lists what there is.\n"
    parser.add_argument(
        "version", nargs="?", metavar="VERSION", help="the version to show; the one before if none"
    )


def run(args: argparse.Namespace) -> int:
    """Go back; 1 when that cannot be."""
    try:
        info = Store(paths.find().content).choose(args.version)
    except ContentError as error:
        sys.stderr.write(f"kiosk rollback: {error.words}\n  → {error.fix}\n")
        return 1
    name = f"version {info.id} ({info.title_in(info.fallback)})" if info else "the factory content"
    sys.stdout.write(
        f"Now {name} is to be shown. A kiosk that is running changes over when nobody touches it.\n"
    )
    return 0
