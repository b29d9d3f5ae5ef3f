"""`kiosk check`: every problem of a bundle at once, in words for the people who write it. No Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk import icons
from kiosk.content import report
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem, count
from kiosk.store.inspect import check_folder
from kiosk.terminal import write_json

NAME = "check"
HELP = "name all problems of a bundle: place, words, what to do"

CLEAN, ERRORS, UNREADABLE = 0, 1, 2
_STYLES = {"error": "bold red", "warning": "yellow", "place": "bold", "quiet": "dim"}
_EXAMPLES = """example:
  kiosk check content.json
  kiosk check /media/stick/fair --strict

ends with 0 when clean (warnings allowed unless --strict), 1 with errors, 2 when unreadable
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLES
    parser.add_argument(
        "content", type=Path, metavar="CONTENT", help="the folder of a bundle or its content.json"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--strict", action="store_true", help="end with 1 on warnings too")


def run(args: argparse.Namespace) -> int:
    """Check and report; the result is the exit code."""
    try:
        problems = check_folder(args.content, icons=_icon_names(), coverage=Coverage())
    except ContentError as error:
        if args.json:
            _write_json([], unreadable=error)
        sys.stderr.write(f"kiosk check: {error.words}\n  → {error.fix}\n")
        return UNREADABLE
    if args.json:
        _write_json(problems)
    else:
        _write(problems)
    wanted = len(problems) if args.strict else count(problems, "error")
    return ERRORS if wanted else CLEAN


def _icon_names() -> frozenset[str] | None:
    try:
        return frozenset(icons.glyphs())
    except icons.IconsMissingError:
        sys.stderr.write("kiosk check: the icon font is not installed; icons are not checked.\n")
        return None


def _write(problems: list[Problem]) -> None:
    if sys.stdout.isatty():
        _write_coloured(problems)
        return
    for line in report.lines(problems):
        sys.stdout.write("".join(text for _, text in line) + "\n")
    sys.stdout.write(report.summary(problems) + "\n")


def _write_coloured(problems: list[Problem]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in report.lines(problems):
        console.print(Text.assemble(*((text, _STYLES.get(role, "")) for role, text in line)))
    console.print(Text(report.summary(problems), style="bold"))


def _write_json(problems: list[Problem], unreadable: ContentError | None = None) -> None:
    """The stable form: `problems`, `errors`, `warnings`, and `unreadable` (null or why)."""
    found: dict[str, Any] = {
        "problems": [_plain(problem) for problem in problems],
        "errors": count(problems, "error"),
        "warnings": count(problems, "warning"),
        "unreadable": None,
    }
    if unreadable is not None:
        found["unreadable"] = {
            "code": unreadable.code,
            "words": unreadable.words,
            "fix": unreadable.fix,
        }
    write_json(found)


def _plain(problem: Problem) -> dict[str, Any]:
    names = ("code", "severity", "file", "line", "column", "pointer", "place", "words", "fix")
    plain: dict[str, Any] = {name: getattr(problem, name) for name in names}
    plain["also"] = [
        {"pointer": spot.pointer, "line": spot.line, "column": spot.column} for spot in problem.also
    ]
    return plain
