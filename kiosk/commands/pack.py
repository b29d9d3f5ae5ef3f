"""`kiosk pack`: a bundle's folder as one file: checked, pictures put right, signed. No Qt."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

from kiosk import __version__, progress
from kiosk.content import report
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem
from kiosk.store import packing, signing
from kiosk.store.admission import MOST_SEQUENCE
from kiosk.store.checking import Refused
from kiosk.store.packing import Label, Packed

NAME = "pack"
HELP = "make one file of a bundle for stands: checked and signed"
_EXAMPLES = """examples:
  kiosk pack fair -o fair.kiosk --key headquarters.key
  kiosk pack fair -o fair.kiosk --key headquarters.key --site riga --expires 2026-12-31

The same content, sequence and key give the same file. Pictures are turned upright, freed of their
data about place and camera, and no larger than a 4K screen needs; the originals stay as they are.
"""
_NOT_IN_FILE = {"W205"}
"""Advice about pictures that packing has followed by itself."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "content", type=Path, metavar="CONTENT", help="the folder of a bundle or its content.json"
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="FILE", help="the file, stand.kiosk"
    )
    parser.add_argument("--key", type=Path, metavar="KEY", help="sign with this private key")
    parser.add_argument(
        "--sequence",
        type=_sequence,
        metavar="N",
        help="a number higher than that of the bundle before; the time in UTC if not given",
    )
    parser.add_argument("--site", type=_site, help="only for the stand of this name")
    parser.add_argument(
        "--expires", type=_day, metavar="DAY", help="last day to install it, YYYY-MM-DD"
    )
    parser.add_argument(
        "--min-app",
        type=_version,
        default=__version__,
        metavar="VERSION",
        help=f"the oldest program that can show it; this one ({__version__}) if not given",
    )


def _sequence(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 20 else 0
    if not 0 < number <= MOST_SEQUENCE:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to {MOST_SEQUENCE}")
    return number


def _site(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a short name of small letters, digits and hyphens"
        )
    return text


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2026-12-31") from None


def _version(text: str) -> str:
    if not re.fullmatch(r"\d{1,4}(\.\d{1,4}){0,3}", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a version like 1.2.0")
    return text


def run(args: argparse.Namespace) -> int:
    """Pack; 1 when the bundle has errors or the file cannot be written."""
    try:
        key = signing.read_private(args.key) if args.key else None
        with progress.bytes_of("packing") as bar:
            packed = packing.pack(args.content, args.out, _label(args), key, bar)
    except Refused as refused:
        _report(refused.found)
        sys.stderr.write("kiosk pack: the bundle has errors; nothing was written.\n")
        return 1
    except ContentError as error:
        sys.stderr.write(f"kiosk pack: {error.words}\n  → {error.fix}\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"kiosk pack: {args.out} cannot be written ({error.strerror or error}).\n"
            "  → Choose another folder, or free some room.\n"
        )
        return 1
    _say(args.out, packed, key)
    return 0


def _label(args: argparse.Namespace) -> Label:
    now = datetime.datetime.now(datetime.UTC)
    sequence: int = args.sequence or int(now.strftime("%Y%m%d%H%M"))
    newest = min(packing.newest_change(args.content), now)
    created = newest.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Label(sequence, created, args.site or "", args.min_app, args.expires or "")


def _report(problems: tuple[Problem, ...]) -> None:
    for line in report.lines(problems):
        sys.stderr.write("".join(text for _, text in line) + "\n")


def _say(out: Path, packed: Packed, key: signing.PrivateKey | None) -> None:
    _report(tuple(each for each in packed.problems if each.code not in _NOT_IN_FILE))
    manifest = packed.manifest
    signed = f"signed by {key.name or key.public.fingerprint}" if key else "not signed"
    sys.stdout.write(
        f"{out}: {manifest.id} {manifest.version}, number {manifest.sequence}, "
        f"{packed.size / 1e6:.1f} MB, {signed}\n"
    )
    for name in packed.changed:
        sys.stdout.write(f"  {name} was put right for the screen\n")
    if key is None:
        sys.stdout.write("  Stands that trust a key will refuse it: sign it with --key KEY.\n")
