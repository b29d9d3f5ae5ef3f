"""`kiosk stand`: make a Windows machine a stand, and give it back. Never imports Qt.

On Linux the packages do this; there the command only says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from kiosk import durable, paths
from kiosk.windows import registry, starting
from kiosk.windows.registry import Before, Registry
from kiosk.windows.wishes import WISHES

NAME = "stand"
HELP = "make this Windows machine a stand, or give it back"

NOTES = "stand.json"
_ELSEWHERE = "This is for Windows. On Linux the package makes the machine a stand.\n"
_NO_ADMINISTRATOR = "This needs a terminal that was opened with “Run as administrator”."
_EXAMPLES = """examples, in a terminal of an administrator, while the person is logged in:
  kiosk stand on --person visitor
  kiosk stand on --person visitor --start shell
  kiosk stand show
  kiosk stand off
"""


class _RefusedError(Exception):
    """Why it is not done, in words."""


class System(Protocol):
    """The Windows that is changed (`kiosk.windows.machine`)."""

    def administrator(self) -> bool:
        """Whether this process may change the machine."""
        ...

    def sid(self, person: str) -> str:
        """The number of a person; "" when there is none of that name."""
        ...

    def run(self, words: list[str]) -> str:
        """Call a tool; "" when it did it, else what it said."""
        ...


class PersonsRegistry(Registry, Protocol):
    """The registry with the part of one person."""

    def loaded(self) -> bool:
        """Whether that part is there."""
        ...


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLES
    actions = parser.add_subparsers(dest="action", required=True, metavar="{on,off,show}")
    on = actions.add_parser("on", help="start with that person, nothing else to be met")
    on.add_argument("--person", required=True, help="the Windows account of the stand")
    on.add_argument(
        "--start", choices=("task", "shell"), default="task",
        help="by Task Scheduler, or in place of the desktop (Windows Enterprise, IoT)",
    )  # fmt: skip
    actions.add_parser("off", help="give the machine back as it was")
    actions.add_parser("show", help="say what a stand changes, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Do it; 0 when all of it was done."""
    if options.action == "show":
        return _show()
    if sys.platform != "win32":
        sys.stderr.write(_ELSEWHERE)
        return 2
    from kiosk.windows.machine import Windows

    places, system = paths.find(), Windows()
    if options.action == "off":
        return off(system, registry.RealRegistry, places)
    return on(system, registry.RealRegistry, places, options.person, options.start)


def _show() -> int:
    for wish in WISHES:
        root = "HKLM" if wish.part == "machine" else "HKU\\(person)"
        print(f"{wish.why}\n    {root}\\{wish.key}  {wish.name} = {wish.value}")
    return 0


class _Opener(Protocol):
    def __call__(self, sid: str, /) -> PersonsRegistry: ...


def on(
    system: System, opener: _Opener, places: paths.Places, person: str, start: starting.Way
) -> int:
    """Make the machine a stand; everything is looked at before anything is changed."""
    try:
        before, reach = _looked_at(system, opener, places, person)
        earlier, before.start = before.start, start
        durable.make_folder(places.state)
        refused = registry.apply(reach, WISHES, places.settings.parent / NOTES, before)
    except _RefusedError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"The notes of what was there cannot be written ({error.strerror}).")
    sid = before.sid
    troubles = [f"Windows refuses {wish.name} ({wish.why})" for wish in refused]
    troubles += _call(system, [starting.access(str(places.state), sid), *starting.no_sleep()])
    if earlier != start:
        troubles += _call(system, starting.stop(earlier, sid))
    troubles += _start(system, sid, start)
    return _end(troubles, f"This machine is a stand from the next time on that “{person}” logs in.")


def _looked_at(
    system: System, opener: _Opener, places: paths.Places, person: str
) -> tuple[Before, PersonsRegistry]:
    """The notes to go on with, and the registry; refuses in words before anything is changed."""
    if not system.administrator():
        raise _RefusedError(_NO_ADMINISTRATOR)
    sid = system.sid(person)
    if not sid:
        words = f"This Windows knows nobody named “{person}”. Make the account first."
        raise _RefusedError(words)
    file = places.settings.parent / NOTES
    try:
        before = registry.read(file) or Before(sid)
    except (OSError, ValueError):
        words = f"The notes of an earlier time cannot be read: {file}. Move them away."
        raise _RefusedError(words) from None
    if before.sid != sid:
        raise _RefusedError("The stand is another person's. Give it back first: kiosk stand off")
    reach = opener(sid)
    if not reach.loaded():
        words = f"“{person}” is not logged in, so what is theirs cannot be changed. Log in as "
        words += f"“{person}”, open this terminal there as an administrator, and try again."
        raise _RefusedError(words)
    return before, reach


def _start(system: System, sid: str, start: starting.Way) -> list[str]:
    """Let the kiosk start by itself, in one way or the other."""
    program = Path(sys.executable).with_name("kiosk.exe")
    if start == "shell":
        return _call(system, [starting.shell_feature(), starting.shell_on(str(program), sid)])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "task.xml"
        file.write_bytes(starting.task(str(program), str(program.parent), sid))
        return _call(system, [starting.task_on(str(file))])


def off(system: System, opener: _Opener, places: paths.Places) -> int:
    """Give the machine back: what was noted, and no start by itself."""
    file = places.settings.parent / NOTES
    if not system.administrator():
        return _refuse(_NO_ADMINISTRATOR)
    try:
        before = registry.read(file)
    except (OSError, ValueError):
        return _refuse(f"What was there before cannot be read: {file}")
    if before is None:
        print("This machine is no stand; there is nothing to give back.")
        return 0
    reach = opener(before.sid)
    theirs = reach.loaded()
    before.values = registry.give_back(reach, before, person=theirs)
    troubles = [f"Windows refuses {place}" for place in before.values if theirs]
    if not theirs:
        troubles.append("the person of the stand is not logged in, so what is theirs stays")
    if before.start:
        said = _call(system, starting.stop(before.start, before.sid))
        troubles += said
        before.start = before.start if said else ""
    if troubles:
        registry.keep(file, before)
    else:
        file.unlink(missing_ok=True)
    return _end(troubles, "The machine is as it was; only its times of sleep stay (powercfg).")


def _call(system: System, calls: Iterable[list[str]]) -> list[str]:
    """Call the tools one after the other; what those said that failed."""
    return [said for words in calls if (said := system.run(words))]


def _refuse(words: str) -> int:
    sys.stderr.write(f"{words}\nNothing has been changed.\n")
    return 1


def _end(troubles: list[str], words: str) -> int:
    for trouble in troubles:
        sys.stderr.write(f"Not done: {trouble}.\n")
    if troubles:
        sys.stderr.write("Everything else is done. Mend this and call the command again.\n")
        return 1
    print(words)
    return 0
