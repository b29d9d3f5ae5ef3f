"""Problems as lines to read: grouped by file and page, the fix below each. Pure: no disk, no Qt.

Lines come as pieces with a role (“error”, “warning”, “place”, “quiet” or ""), so that a terminal
can colour them and a file stays plain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kiosk.content.problems import Problem, count

Piece = tuple[str, str]
Line = list[Piece]


def lines(problems: Iterable[Problem]) -> Iterator[Line]:
    """The report without its summary."""
    for file, in_file in groupby(problems, key=lambda problem: problem.file):
        yield [("place", file)]
        for page, in_page in groupby(in_file, key=lambda problem: problem.page):
            if page:
                yield [("place", f"  {page}")]
            for problem in in_page:
                yield from _entry(problem)
        yield []


def _entry(problem: Problem) -> Iterator[Line]:
    where = f"{problem.line}:{problem.column}".rjust(8) if problem.line else ""
    part = f"  {problem.part}" if problem.part else ""
    yield [
        ("", f"  {where:>8}  "),
        (problem.severity, f"{problem.severity} {problem.code}"),
        ("quiet", part),
    ]
    first, *further = problem.words.split("\n")
    yield [("", f"            {first}")]
    for line in further:
        yield [("quiet", f"            {line}")]
    if problem.fix:
        yield [("", "            → "), ("", problem.fix)]


def summary(problems: Iterable[Problem]) -> str:
    """The last line: `2 errors, 1 warning`."""
    problems = list(problems)
    errors, warnings = count(problems, "error"), count(problems, "warning")
    return f"{errors} error{_s(errors)}, {warnings} warning{_s(warnings)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"
