"""`kiosk versions`: the versions of the content on this stand. Never imports Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import msgspec

from kiosk import paths
from kiosk.store.records import FACTORY, VersionInfo
from kiosk.store.versions import Store
from kiosk.terminal import write_json

NAME = "versions"
HELP = "list the versions of the content on this stand"
_HEALTH = {
    "new": "not confirmed yet",
    "good": "good",
    "failed": "given up",
    "damaged": "damaged",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = "examples:\n  kiosk versions\n  kiosk versions --json\n"
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")


def run(args: argparse.Namespace) -> int:
    """List them; the arrow stands before the one that is shown."""
    store = Store(paths.find().content)
    active = next(store.candidates(), None)
    shown = active.id if active else FACTORY
    infos = store.versions()
    if args.json:
        found = {
            "format": 1,
            "shown": shown,
            "trouble": store.trouble(),
            "floor": store.floor(),
            "versions": [_plain(info) for info in infos],
        }
        write_json(found)
        return 0
    sys.stdout.write("".join(f"{line}\n" for line in _lines(infos, shown)))
    if words := store.trouble():
        sys.stderr.write(f"kiosk versions: {words}\n  → Install the content again.\n")
    return 0


def _plain(info: VersionInfo) -> dict[str, object]:
    """All fields, also those with their default; the keys are those of `version.json`."""
    names = {field.name: field.encode_name for field in msgspec.structs.fields(info)}
    return {key: getattr(info, name) for name, key in names.items()}


def _lines(infos: list[VersionInfo], shown: str) -> Iterator[str]:
    width = max((len(info.id) for info in infos), default=len(FACTORY))
    for info in infos:
        mark = "→" if info.id == shown else " "
        yield f"{mark} {info.id:<{width}}  {', '.join(_facts(info))}"
        if info.reason:
            yield f"  {'':<{width}}  {info.reason}"
    mark = "→" if shown == FACTORY else " "
    yield f"{mark} {FACTORY:<{width}}  the content that came with the program"


def _facts(info: VersionInfo) -> Iterator[str]:
    yield _HEALTH[info.health]
    if not info.installed:
        return
    yield f"installed {info.installed[:16].replace('T', ' ')} UTC"
    yield f"{info.pages} page{'' if info.pages == 1 else 's'} in {' '.join(info.languages)}"
    yield f"from {info.source_name}" if info.source_name else "of unknown origin"
    yield f"signed by {info.signed_by}" if info.signed_by else "not signed"
