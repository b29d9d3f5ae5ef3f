"""`kiosk inspect`: what a bundle is and what it would change on this stand. Never imports Qt."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from kiosk import factory, paths, progress, updates
from kiosk.content import report
from kiosk.content.differences import differences
from kiosk.content.errors import ContentError
from kiosk.inspection import Inspection, described, lines
from kiosk.settings import load as load_settings
from kiosk.store import reader
from kiosk.store.admission import Policy
from kiosk.store.checking import Refused
from kiosk.store.staged import Staged
from kiosk.store.staging import stage
from kiosk.store.sums import Sums
from kiosk.store.trust import Trust
from kiosk.store.versions import Store
from kiosk.terminal import write_json

NAME = "inspect"
HELP = "say what a bundle is, who signed it, and what it changes on this stand"
_EXAMPLES = """examples:
  kiosk inspect stand.kiosk
  kiosk inspect /media/stick/fair.kiosk --json

ends with 1 when this stand would not take it, or when it cannot be read; nothing is changed
"""
_MAY_BE_SHOWN = {"E114", "E182", "E183", "E185"}
"""Why a bundle may be refused that the right publisher has signed: it is described all the same."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "bundle", type=Path, metavar="FILE", help="a .kiosk file, or the folder of a bundle"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file to use")


def run(args: argparse.Namespace) -> int:
    """Describe; the result is the exit code."""
    places = paths.find(args.config)
    store = Store(places.content)
    found = Inspection(str(args.bundle))
    try:
        policy = updates.policy(places, load_settings(places).settings, store.floor())
        with tempfile.TemporaryDirectory(prefix="juosta-") as folder:
            staged, refusal = _staged(args.bundle, Path(folder) / "staging", policy)
            found = described(args.bundle, staged, policy)
            found.refusal = refusal
            _compare(found, staged, store)
    except ContentError as error:
        found.refusal = error
    if args.json:
        write_json(found.plain())
    else:
        sys.stdout.write("".join(f"{line}\n" for line in lines(found)))
    if isinstance(found.refusal, Refused):
        for line in report.lines(found.refusal.found):
            sys.stderr.write("".join(text for _, text in line) + "\n")
    if found.refusal is not None:
        sys.stderr.write(f"kiosk inspect: {found.refusal.words}\n  → {found.refusal.fix}\n")
    return 1 if found.refusal else 0


def _staged(source: Path, into: Path, policy: Policy) -> tuple[Staged, ContentError | None]:
    """The bundle, and why this stand would not take it.

    What nobody trustworthy has signed is not opened where a signature is required.
    """
    with progress.bytes_of("reading") as bar:
        try:
            return stage(source, into, policy, bar), None
        except ContentError as error:
            if error.code not in _MAY_BE_SHOWN:
                raise
            trust = Trust(policy.trust.now, policy.trust.next, policy.trust.retired)
            anyway = replace(policy, trust=trust, floor=0, site="", app_version="9999")
            return stage(source, into, anyway, bar), error


def _compare(found: Inspection, staged: Staged, store: Store) -> None:
    """Note what changes against the version that is shown now, if it can be read."""
    active = store.active()
    folder = store.path(active.id) if active else factory.default_content()
    found.against = active.id if active else "factory"
    try:
        shown = reader.load(folder)
    except ContentError:
        return
    found.differences = differences(
        shown.bundle, staged.bundle, Sums(shown.folder), Sums(staged.folder)
    )
