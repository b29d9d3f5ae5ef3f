"""The command line: finds the command, opens the log, and turns every failure into plain words.

Imports nothing of Qt; the commands that show something do.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import sys

from kiosk import __version__, phases, terminal
from kiosk.commands import COMMANDS, HIDDEN

DESCRIPTION = "Juosta, a touch kiosk that presents a bundle of content."
SELF_TEST = "--self-test"
EXAMPLE = "example: kiosk run --window 1280x720"


def main(arguments: list[str] | None = None) -> int:
    """Run the command of these arguments; the exit code."""
    gc.disable()  # what is imported now is no garbage; a command that stays enables it again
    phases.mark("python started")
    terminal.write_anything()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [SELF_TEST]:
        given[0] = "selftest"
    chosen = next((word for word in given if not word.startswith("-")), None)
    parser = _parser(chosen, alone=given[:1] == [chosen])
    options = parser.parse_args(given)
    module = importlib.import_module(f"kiosk.commands.{options.command}")
    if options.command != "run":
        gc.enable()
    try:
        return module.run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        from kiosk import log

        log.report(error, f"kiosk {options.command} stopped because of a fault of its own")
        return 70


def _parser(chosen: str | None, *, alone: bool) -> argparse.ArgumentParser:
    """The parser with all names, and with the options of the chosen command only.

    `alone` leaves the other names out: whoever begins with a command asks for no list of them,
    and each name costs a start half a millisecond.
    """
    parser = argparse.ArgumentParser(prog="kiosk", description=DESCRIPTION, epilog=EXAMPLE)
    parser.add_argument("--version", action="version", version=f"juosta {__version__}")
    parser.add_argument(
        SELF_TEST, action="store_true", help="draw every page, load every part, and say READY"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, line in COMMANDS.items():
        if alone and chosen in COMMANDS and name != chosen:
            continue
        command = commands.add_parser(
            name,
            help=line,
            description=line[0].upper() + line[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == chosen:
            importlib.import_module(f"kiosk.commands.{name}").configure(command)
    if chosen in HIDDEN:
        hidden = commands.add_parser(chosen)  # without a line of help: not listed
        importlib.import_module(f"kiosk.commands.{chosen}").configure(hidden)
    return parser
