"""`kiosk keygen`: a publisher's pair of keys, as two files. Never imports Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.store import signing

NAME = "keygen"
HELP = "make a pair of keys that sign bundles"
_EXAMPLE = """example:
  kiosk keygen headquarters --name "Ministry of Foreign Affairs"

writes headquarters.key, which signs and stays secret, and headquarters.pub for the stands
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLE
    parser.add_argument(
        "files", type=Path, metavar="FILE", help="where to write them, without an ending"
    )
    parser.add_argument(
        "--name", default="", help="who signs, as staff will read it; the name of the file if not"
    )


def run(args: argparse.Namespace) -> int:
    """Make the keys and say what each is for; 1 when they cannot be written."""
    base: Path = args.files
    try:
        if base.is_dir():
            return _is_folder(base)
        private, public = base.with_name(f"{base.name}.key"), base.with_name(f"{base.name}.pub")
        key = signing.generate(args.name or base.name)
        for path in (private, public):
            if path.exists():
                raise FileExistsError(f"{path} is there already")
        signing.write_private(private, key)
        signing.write_public(public, key.public)
    except FileExistsError as error:
        sys.stderr.write(f"kiosk keygen: {error}.\n  → Choose another name; keys are never lost.\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"kiosk keygen: the keys cannot be written ({error.strerror or error}).\n"
            "  → Choose another folder.\n"
        )
        return 1
    sys.stdout.write(
        f"{private}\n  signs bundles: kiosk pack CONTENT -o stand.kiosk --key {private}\n"
        "  Keep it secret, and a copy in a safe place. It never goes to a stand.\n"
        f"{public}\n  tells stands whom to trust; on each of them: kiosk trust {public.name}\n"
        "  It is no secret.\n"
        f"Fingerprint: {key.public.fingerprint}\n"
    )
    return 0


def _is_folder(folder: Path) -> int:
    """A secret key must not end up beside the folder that somebody meant."""
    sys.stderr.write(
        f"kiosk keygen: “{folder}” is a folder.\n"
        f"  → Name the files in it: {folder / 'headquarters'}\n"
    )
    return 1
