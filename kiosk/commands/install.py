"""`kiosk install`: new content for this stand. Imports Qt only in the child that rehearses."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from kiosk import paths, progress, settings
from kiosk.content import report
from kiosk.content.errors import ContentError
from kiosk.installing import RehearsalError, Watcher, install
from kiosk.store.records import VersionInfo
from kiosk.store.staging import Refused

Bar = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]

NAME = "install"
HELP = "check, rehearse and publish new content on this stand"
_EXAMPLES = """examples:
  kiosk install /media/stick/fair.kiosk
  kiosk install my-content/

A kiosk that is running changes over when nobody touches it. Ends with 0, or with 1 when the
content is refused; what was shown before is then shown as before.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "source", type=Path, metavar="FILE_OR_FOLDER", help="a .kiosk file, or a bundle's folder"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file to use")


def run(args: argparse.Namespace) -> int:
    """Install; the result is the exit code."""
    places = paths.find(args.config)
    loaded = settings.load(places)
    for problem in loaded.problems:
        sys.stderr.write(f"{problem}\n")
    try:
        with contextlib.ExitStack() as stack:
            info = install(places, loaded.settings, args.source, _bars(stack))
    except Refused as error:
        for line in report.lines(error.found):
            sys.stderr.write("".join(text for _, text in line) + "\n")
        return _refused(f"The content has errors: {report.summary(error.found)}.", "")
    except RehearsalError as error:
        sys.stderr.write("".join(f"{problem}\n" for problem in error.problems))
        return _refused("These pages failed in the rehearsal.", error.fix)
    except ContentError as error:
        return _refused(error.words, error.fix)
    sys.stdout.write(_installed(info))
    return 0


def _bars(stack: contextlib.ExitStack) -> Watcher:
    """A progress bar for each of the two parts that take long, one after the other."""
    shown: dict[str, Callable[[int, int], None]] = {}

    def bar(words: str, kind: Bar) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            if words not in shown:
                stack.close()
                shown[words] = stack.enter_context(kind(words))
            shown[words](done, total)

        return tell

    return Watcher(
        copying=bar("Copying and checking", progress.bytes_of),
        rehearsing=bar("Rehearsing the pages", progress.steps_of),
    )


def _installed(info: VersionInfo) -> str:
    pages = f"{info.pages} page{'' if info.pages == 1 else 's'}"
    return (
        f"Installed {info.id}: {info.title_in(info.fallback)}, version {info.version}, {pages}, "
        f"{', '.join(info.languages)}.\n"
        "A kiosk that is running changes over when nobody touches it. To go back: kiosk rollback\n"
    )


def _refused(words: str, fix: str) -> int:
    sys.stderr.write(f"kiosk install: {words}\n" + (f"  → {fix}\n" if fix else ""))
    sys.stderr.write("Nothing has changed: the stand shows what it showed before.\n")
    return 1
