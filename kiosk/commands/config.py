"""`kiosk config`: show the stand's settings, change one, set the staff's PIN. Never imports Qt.

Changes go to the staff's `settings.toml` in the state folder, which lies over `kiosk.toml`, and
leave its comments as they are. Nothing is written that the kiosk would refuse.
"""

from __future__ import annotations

import argparse
import difflib
import getpass
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.guard import pin as pins
from kiosk.paths import Places
from kiosk.settings import Loaded, Settings, read
from kiosk.settings_check import (
    SECRET_KEYS,
    Problem,
    description,
    kinds,
    shown,
    wrong_value,
)
from kiosk.settings_write import UnchangedError, change
from kiosk.terminal import write_json

NAME = "config"
HELP = "show or change the settings of this stand, set the staff's PIN"

_KINDS = kinds(Settings)

_EXAMPLES = """examples:
  kiosk config show
  kiosk config set idle.seconds 90
  kiosk config set languages.order lt,en
  kiosk config pin
  kiosk config pin-reset --key hq.key --site riga -o /media/stick
"""
_RESET_EXAMPLE = "pin-reset --key hq.key --site riga -o /media/stick"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLES + "\nsettings:\n" + "".join(_help_lines())
    parser.set_defaults(action="show", json=False)
    _add_config(parser, default=None)
    actions = parser.add_subparsers(metavar="{show,set,pin,pin-reset}")
    show = _add_action(actions, "show", "all settings and where they are set", "show --json")
    show.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="for programs")
    change = _add_action(actions, "set", "change one setting", "set idle.seconds 90")
    change.add_argument("key", metavar="KEY", help="the name of the setting, idle.seconds")
    change.add_argument("value", metavar="VALUE", help="its new value, 90")
    pin = _add_action(actions, "pin", "set the staff's PIN; asks twice, shows nothing", "pin")
    reset = _add_action(
        actions, "pin-reset", "make a file that lets a stand choose a new PIN", _RESET_EXAMPLE
    )
    reset.add_argument("--key", type=Path, required=True, help="your private key, hq.key")
    reset.add_argument("--site", required=True, help="the site of the stand, riga")
    reset.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="the stick")
    pin.add_argument("--stdin", action="store_true", help="read the PIN from the first input line")


def _add_action(actions: Any, name: str, words: str, example: str) -> argparse.ArgumentParser:
    """A parser for one action, with an example in its help."""
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=words, description=words, epilog=f"example: kiosk config {example}"
    )
    parser.set_defaults(action=name)
    _add_config(parser, default=argparse.SUPPRESS)
    return parser


def _add_config(parser: argparse.ArgumentParser, default: Any) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=default,
        help="use this file instead of kiosk.toml",
    )


def run(args: argparse.Namespace) -> int:
    """Run the command; 0 when all is well, 1 when something has to be mended."""
    places = paths.find(args.config)
    if args.action == "set":
        return set_value(places, args.key, args.value)
    if args.action == "pin":
        pin = _piped_pin() if args.stdin else _typed_pin()
        return 1 if pin is None else set_pin(places, pin)
    if args.action == "pin-reset":
        return make_reset(args.key, args.site, args.out)
    return show(places, as_json=args.json)


def show(places: Places, *, as_json: bool = False) -> int:
    """Print the settings in effect with their origins; problems go to stderr as well."""
    loaded = read(places)
    if as_json:
        write_json(_record(places, loaded))
    else:
        rows = [(key, shown(key, value), _origin(loaded, key)) for key, value in _values(loaded)]
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for key, value, origin in rows:
            sys.stdout.write(f"{key:<{widths[0]}}  {value:<{widths[1]}}  {origin}\n")
        sys.stdout.write(f"\nSettings file: {places.settings}\n")
        sys.stdout.write(f"Changed on the stand: {places.staff_settings}\n")
    return _report(loaded.problems)


def set_value(places: Places, key: str, text: str) -> int:
    """Write one setting from the text that was typed for it."""
    if key not in _KINDS:
        near = difflib.get_close_matches(key, _KINDS, n=1)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(_KINDS)}"
        return _fail(f"{key} is unknown; {advice}")
    if key in SECRET_KEYS:
        return _fail(f"{key} is never set as plain text; use: kiosk config pin")
    kind = _KINDS[key]
    readings = [*_readings(text)]
    for value in readings:
        if not wrong_value(key, value, kind):
            return _write(places, key, value)
    # The words are about the reading that comes nearest to what the key takes.
    takes_list = not wrong_value(key, [], kind)
    nearest = next((value for value in readings if isinstance(value, list) == takes_list), text)
    return _fail(f"{wrong_value(key, nearest, kind)}. Nothing was changed.")


def set_pin(places: Places, pin: str, cost: int = pins.FULL_COST) -> int:
    """Check a PIN against the rules and keep its hash."""
    weakness = pins.weakness(pin)
    if weakness:
        return _fail(f"This PIN is refused: {weakness}. Nothing was changed.")
    if len(pin) < pins.ADVISED_DIGITS:
        _say(f"{len(pin)} digits are enough, {pins.ADVISED_DIGITS} are safer.")
    return _write(places, "staff.pin", pins.hash_pin(pin, cost))


def make_reset(key: Path, site: str, folder: Path) -> int:
    """Write the signed file by which the staff of a site choose a new PIN, once per stand."""
    from datetime import UTC, datetime

    from kiosk.content.errors import ContentError
    from kiosk.store import pinreset, signing

    wrong = wrong_value("stand.site", site, _KINDS["stand.site"]) if site else "--site is empty"
    if wrong:
        return _fail(f"{wrong}. Nothing was written.")
    target = folder / pinreset.NAME
    try:
        private = signing.read_private(key)
        target.write_bytes(pinreset.issue(private, site, datetime.now(UTC).date().isoformat()))
    except ContentError as error:
        return _fail(f"{error.words} {error.fix}")
    except OSError as error:
        return _fail(f"{target} cannot be written ({error.strerror}). Is the stick plugged in?")
    sys.stdout.write(f"{target} lets each stand of the site {site} choose a new PIN once.\n")
    sys.stdout.write("On the stand: plug the stick in, hold the diamond, touch “Code forgotten”.\n")
    return 0


def _write(places: Places, key: str, value: Any) -> int:
    """Put a checked value into the staff's settings and say what happened."""
    try:
        change(places, {key: value})
    except UnchangedError as error:
        _report(error.problems)
        return _fail(str(error))
    file = places.staff_settings
    when = "The kiosk uses it from its next start."
    if key.startswith("hours."):
        when = "A kiosk that is running takes it over within half a minute."
    _say(f"{key} is now {shown(key, value)} (in {file}). {when}")
    return _report(read(places).problems)


def _readings(text: str) -> Iterator[Any]:
    """What a typed value can mean: a TOML value, the text itself, a list with commas."""
    try:
        document = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        document = {}
    if list(document) == ["value"]:
        yield document["value"]
    yield text
    yield [item.strip() for item in text.split(",") if item.strip()]


def _typed_pin() -> str | None:
    """A PIN typed twice without echo, or None."""
    if not sys.stdin.isatty():
        _fail("A PIN is typed on a terminal. In a script: kiosk config pin --stdin < FILE")
        return None
    try:
        pin = getpass.getpass("New PIN (digits, nothing is shown): ")
        weakness = pins.weakness(pin)
        if weakness:
            return pin
        again = getpass.getpass("The same PIN once more: ")
    except (EOFError, KeyboardInterrupt):
        _fail("\nNothing was changed.")
        return None
    if pin != again:
        _fail("The two PINs differ. Nothing was changed; please begin again.")
        return None
    return pin


def _piped_pin() -> str | None:
    """The first line of the input."""
    line = sys.stdin.readline(200).rstrip("\r\n")
    if not line:
        _fail("The input holds no PIN. Example: kiosk config pin --stdin < FILE")
    return line or None


def _help_lines() -> Iterator[str]:
    for key, kind in _KINDS.items():
        yield f"  {key:<24} {description(kind)}\n"


def _values(loaded: Loaded) -> Iterator[tuple[str, Any]]:
    for key in _KINDS:
        section, _, name = key.partition(".")
        yield key, getattr(getattr(loaded.settings, section), name)


def _origin(loaded: Loaded, key: str) -> str:
    if loaded.fallen_back:
        return "last good settings"
    place = loaded.origins.get(key)
    return f"{place[0]}:{place[1]}" if place else "default"


def _record(places: Places, loaded: Loaded) -> dict[str, Any]:
    """The stable form for programs."""
    settings: dict[str, Any] = {}
    for key, value in _values(loaded):
        place = loaded.origins.get(key)
        settings[key] = {
            "value": shown(key, value) if key in SECRET_KEYS else value,
            "origin": "last good" if loaded.fallen_back else "file" if place else "default",
            "file": str(place[0]) if place else None,
            "line": place[1] if place else None,
        }
    return {
        "format": 1,
        "files": {"base": str(places.settings), "staff": str(places.staff_settings)},
        "settings": settings,
        "problems": [
            {"file": str(p.file), "line": p.line, "key": p.key, "words": p.words}
            for p in loaded.problems
        ],
    }


def _report(problems: Iterable[Problem]) -> int:
    """Say all problems; 1 if there are any."""
    found = list(problems)
    for problem in found:
        _say(str(problem))
    if found:
        _say("Until this is mended the kiosk starts with its last good settings.")
    return 1 if found else 0


def _fail(words: str) -> int:
    _say(words)
    return 1


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
