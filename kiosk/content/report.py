"""Problems as lines to read: grouped by file and page, the fix below each. Pure: no disk, no Qt.

Lines come as pieces with a role (“error”, “warning”, “place”, “quiet” or ""), so that a terminal
can colour them and a file stays plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem, count
from kiosk.said import said

REFUSAL_LINES_MOST = 60
_ERROR, _WARNING = said("error"), said("warning")
Say = Callable[[str], str]
Piece = tuple[str, str]
Line = list[Piece]


def lines(problems: Iterable[Problem], say: Say = str) -> Iterator[Line]:
    """The report without its summary; `say` puts words into the reader's language."""
    for file, in_file in groupby(problems, key=lambda problem: problem.file):
        yield [("place", file)]
        for page, in_page in groupby(in_file, key=lambda problem: problem.page):
            if page:
                yield [("place", f"  {say(page)}")]
            for problem in in_page:
                yield from _entry(problem, say)
        yield []


def of_refusal(error: ContentError, say: Say = str) -> list[str]:
    """The problems behind a refusal as plain lines; a page and a report have room for so many."""
    checked = [each for each in error.problems if isinstance(each, Problem)]
    told = [say(each) for each in error.problems if isinstance(each, str)]
    found = ["".join(text for _, text in line) for line in lines(checked, say)]
    return [*found, *told][:REFUSAL_LINES_MOST]


def _entry(problem: Problem, say: Say) -> Iterator[Line]:
    where = f"{problem.line}:{problem.column}".rjust(8) if problem.line else ""
    part = f"  {say(problem.part)}" if problem.part else ""
    weight = _ERROR if problem.severity == "error" else _WARNING
    yield [
        ("", f"  {where:>8}  "),
        (problem.severity, f"{say(weight)} {problem.code}"),
        ("quiet", part),
    ]
    first, *further = say(problem.words).split("\n")
    yield [("", f"            {first}")]
    for line in further:
        yield [("quiet", f"            {line}")]
    if problem.fix:
        yield [("", "            → "), ("", say(problem.fix))]


def summary(problems: Iterable[Problem]) -> str:
    """The last line: `2 errors, 1 warning`."""
    problems = list(problems)
    errors, warnings = count(problems, "error"), count(problems, "warning")
    return f"{errors} error{_s(errors)}, {warnings} warning{_s(warnings)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"
