"""`kiosk doctor`: is the stand ready for tomorrow? Green, amber, red, with what to do."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from kiosk import paths
from kiosk.doctor.examine import examine
from kiosk.doctor.findings import Finding, summary, worst
from kiosk.terminal import write_json

NAME = "doctor"
HELP = "is the stand ready for tomorrow? green, amber, red, and what to do"

READY, RED = 0, 1
_COLOURS = {"green": "32", "amber": "33", "red": "31"}
_SIGNS = {"green": "✓ green", "amber": "! amber", "red": "✗ red  "}
_WIDTH = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = (
        "examples:\n  kiosk doctor\n  kiosk doctor --json\n\n"
        "ends with 0 when nothing is red, else with 1; changes nothing\n"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")


def run(options: argparse.Namespace) -> int:
    """Look at everything and say it; the result is the exit code."""
    places = paths.find()
    found: list[Finding] = []
    for finding in examine(places):
        found.append(finding)
        if not options.json:
            _say("\n".join(_lines(finding)))
    if options.json:
        document = {
            "format": 1,
            "state": worst(found),
            "words": summary(found),
            "findings": [asdict(each) for each in found],
        }
        write_json(document)
    else:
        _say(f"\n{summary(found)}")
    return RED if worst(found) == "red" else READY


def _lines(finding: Finding) -> Iterator[str]:
    sign = _SIGNS[finding.state]
    if sys.stdout.isatty():
        sign = f"\x1b[{_COLOURS[finding.state]}m{sign}\x1b[0m"
    code = f" ({finding.code})" if finding.code else ""
    first, *others = textwrap.wrap(f"{finding.words}{code}", _WIDTH - 24) or [""]
    yield f"{sign}  {finding.check:<13} {first}"
    margin = " " * 23
    yield from (f"{margin}{line}" for line in others)
    if finding.fix and finding.state != "green":
        yield from (f"{margin}{line}" for line in textwrap.wrap(f"→ {finding.fix}", _WIDTH - 24))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
