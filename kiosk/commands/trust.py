"""`kiosk trust`: the publishers' keys that this stand trusts. Never imports Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.content.errors import ContentError
from kiosk.store import signing
from kiosk.store import trust as trusted
from kiosk.store.signing import PublicKey
from kiosk.store.trust import Trust
from kiosk.terminal import write_json

NAME = "trust"
HELP = "trust the key of a publisher; list and remove such keys"
_EXAMPLES = """examples:
  kiosk trust headquarters.pub
  kiosk trust --list
  kiosk trust --remove "1a2b 3c4d 5e6f 7081 92a3 b4c5"

From the first key on this stand takes only bundles that a trusted key has signed. A second key
waits as the next one: the first bundle signed by it that is installed retires the key before.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLES
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "key", nargs="?", type=Path, metavar="KEY", help="a public key file, which ends in .pub"
    )
    what.add_argument("--list", action="store_true", help="list the keys (so does no option)")
    what.add_argument("--remove", metavar="FINGERPRINT", help="trust this key no longer")
    parser.add_argument("--json", action="store_true", help="the list as JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Run the command; 1 when nothing was changed because something is wrong."""
    places = paths.find()
    try:
        trust = trusted.load(places.trusted_keys)
        if args.key:
            return _add(places.trusted_keys, trust, signing.read_public(args.key))
        if args.remove:
            return _remove(places.trusted_keys, trust, args.remove)
    except ContentError as error:
        sys.stderr.write(f"kiosk trust: {error.words}\n  → {error.fix}\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"kiosk trust: the list of keys cannot be written ({error.strerror or error}).\n"
            "  → Do this as the user of the kiosk, or with sudo.\n"
        )
        return 1
    _list(trust, as_json=args.json)
    return 0


def _add(path: Path, before: Trust, key: PublicKey) -> int:
    after = before.added(key)
    name = f"“{key.name}”" if key.name else "this key"
    if after == before:
        sys.stdout.write(f"This stand trusts {name} already.\n")
        return 0
    trusted.save(path, after)
    if before.now is None:
        sys.stdout.write(
            f"This stand trusts {name} now, and takes only what it has signed.\n"
            "Ask headquarters on the telephone for the fingerprint of their key. It must be\n"
            f"  {key.fingerprint}\n"
            f'If it is another one: kiosk trust --remove "{key.fingerprint}"\n'
        )
    else:
        sys.stdout.write(
            f"{name[0].upper()}{name[1:]} is the next key. The first bundle that it has signed and "
            "that is installed here\nmakes it the only one. Its fingerprint must be\n"
            f"  {key.fingerprint}\n"
        )
    return 0


def _remove(path: Path, before: Trust, fingerprint: str) -> int:
    after = before.without(fingerprint)
    trusted.save(path, after)
    if after.keys:
        sys.stdout.write("Removed. What it has signed is not taken any more.\n")
    else:
        sys.stdout.write("Removed. It was the last key: this stand takes any bundle now.\n")
    return 0


def _list(trust: Trust, *, as_json: bool) -> None:
    roles = (("now", trust.now), ("next", trust.next))
    keys = [(role, key) for role, key in roles if key is not None]
    keys += [("retired", key) for key in trust.retired]
    if as_json:
        rows: list[dict[str, Any]] = [
            {"role": role, "name": key.name, "fingerprint": key.fingerprint} for role, key in keys
        ]
        write_json({"keys": rows})
        return
    if not trust.keys:
        sys.stdout.write("This stand trusts no key yet: it takes any bundle.\n")
    for role, key in keys:
        sys.stdout.write(f"{role:<8} {key.fingerprint}  {key.name}".rstrip() + "\n")
