"""What a check says: findings while it works, problems when their place in the file is known.

No disk, no Qt. Codes that begin with E stop a bundle, those with W are advice.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Literal

import msgspec

from kiosk.said import joined, said

Pointer = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the document."""

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A problem by pointer, before its line is looked up.

    `at` says whether the key or the value is wrong; `offset` (in characters) is given instead of
    a pointer where the document could not be parsed. `also` are other places that belong to it.
    """

    code: str
    words: str
    fix: str
    pointer: Pointer = ()
    at: Literal["key", "value"] = "value"
    offset: int | None = None
    file: str | None = None
    also: tuple[Pointer, ...] = ()
    also_words: str = said("see also")


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A second place that a problem speaks of."""

    pointer: str
    line: int
    column: int


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One problem, ready to be read by somebody who has never seen JSON.

    `page` and `part` are the place in words: down to the page, and inside it. Lines and columns
    begin at 1 and count characters; both are 0 for a problem that is not inside a text file.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    pointer: str
    page: str
    part: str
    words: str
    fix: str
    also: tuple[Spot, ...] = ()

    @property
    def place(self) -> str:
        """Section, story, page, block and language in one line."""
        return joined(self.page, self.part, by=", ")


def severity(code: str) -> Severity:
    """The weight that the first letter of a code stands for."""
    return "error" if code.startswith("E") else "warning"


def to_pointer(pointer: Pointer) -> str:
    """The JSON Pointer (RFC 6901) of a pointer."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
    return "".join(f"/{step}" for step in steps)


def count(problems: Iterable[Problem], weight: Severity) -> int:
    """How many of the problems have this weight."""
    return sum(problem.severity == weight for problem in problems)


def near(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Known words that look like this one, the nearest first."""
    by_small = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower(), by_small, n=most, cutoff=0.6)
    return [by_small[name] for name in found]


def quoted(words: Iterable[str]) -> str:
    """“a”, “b” or “c”."""
    each = [said("“{name}”", name=word) for word in words]
    if len(each) < 2:
        return each[0] if each else ""
    return said("{first} or {last}", first=joined(*each[:-1], by=", "), last=each[-1])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with near matches, or nothing."""
    found = near(word, known)
    return said("Did you mean {names}?", names=quoted(found)) if found else ""


def shortened(text: str, most: int = 60) -> str:
    """A text for a message: one line, not longer than this."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
