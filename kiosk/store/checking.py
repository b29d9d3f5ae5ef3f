"""The whole check of a bundle's folder, as a verdict: advice is returned, errors are raised.

The icons and the fonts' coverage of this program are part of it. No Qt.
"""

from __future__ import annotations

from pathlib import Path

from kiosk import icons
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem, count
from kiosk.said import joined, said
from kiosk.store.inspect import check_folder


class Refused(ContentError):  # noqa: N818 - a verdict on a bundle, not a fault of the program
    """A bundle with errors: it says the first one and carries all problems, warnings too."""

    def __init__(self, problems: list[Problem]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        first, more = errors[0], len(errors) - 1
        words = joined(first.place, first.words, by=": ")
        if more:
            one = said("(1 more error)")
            words = joined(words, one if more == 1 else said("({more} more errors)", more=more))
        super().__init__(first.code, words, first.fix)
        self.problems = tuple(problems)
        self.found = tuple(problems)
        """The same, as the check has found them."""


def refuse_errors(problems: list[Problem]) -> None:
    """Raises `Refused` when there is an error among the problems."""
    if count(problems, "error"):
        raise Refused(problems)


def check_staged(folder: Path) -> list[Problem]:
    """The warnings of a bundle; raises `Refused` for errors and `ContentError` E190."""
    problems = check_folder(folder, icons=_icon_names(), coverage=Coverage())
    refuse_errors(problems)
    return problems


def _icon_names() -> frozenset[str] | None:
    try:
        return frozenset(icons.glyphs())
    except icons.IconsMissingError:
        return None
