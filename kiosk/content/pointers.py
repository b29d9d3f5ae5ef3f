"""From a pointer to its line and column, by a small scanner over JSON that is known to parse.

Only the pointers that have a problem are looked up: a position for every value of a large document
would cost many times what reading it costs. No disk, no Qt.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kiosk.content.plain import mended
from kiosk.content.problems import Pointer

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]', re.DOTALL)
_SCALAR = re.compile(r"[^\s,\]}]+")
_SPACE = re.compile(r"[ \t\r\n]*")


class Member(NamedTuple):
    """A member of an object or list: where its key (or the value itself) and its value begin."""

    name: str | int
    key: int
    value: int


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _after_value(text: str, at: int) -> int:
    """The offset after the value that begins at `at`."""
    if text[at] not in "{[":
        found = (_STRING if text[at] == '"' else _SCALAR).match(text, at)
        return found.end() if found else at + 1
    depth = 0
    for token in _BRACKET.finditer(text, at):
        mark = token.group()
        if mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
            if depth == 0:
                return token.end()
    return len(text)


def members(text: str, at: int) -> Iterator[Member]:
    """The members of the object or list that begins at `at`, repeated keys included."""
    is_object = text[at] == "{"
    index = 0
    at = _after_space(text, at + 1)
    while at < len(text) and text[at] not in "}]":
        key, name = at, index
        if is_object:
            end = _after_value(text, at)
            name = mended(json.loads(text[at:end], strict=False))
            at = _after_space(text, _after_space(text, end) + 1)
        yield Member(name, key, at)
        at = _after_space(text, _after_value(text, at))
        if at < len(text) and text[at] == ",":
            at = _after_space(text, at + 1)
        index += 1


class Locator:
    """Lines and columns of one document. `locate` remembers what it has walked through."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, dict[str | int, Member]] = {}
        self._lines: list[int] | None = None

    def locate(self, pointer: Pointer, at: Literal["key", "value"] = "value") -> tuple[int, int]:
        """Line and column of a value or key; of its nearest holder if it is not there."""
        return self.position(self.offset(pointer, at))

    def offset(self, pointer: Pointer, at: Literal["key", "value"] = "value") -> int:
        """The offset in characters of a value or key, or of its nearest holder."""
        here = _after_space(self._text, 0)
        last = here
        for step in pointer:
            found = self._members(here).get(step)
            if found is None:
                return here
            last, here = found.key, found.value
        return last if at == "key" else here

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in characters."""
        if self._lines is None:
            self._lines = [0, *(m.end() for m in re.finditer("\n", self._text))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _members(self, at: int) -> dict[str | int, Member]:
        if at >= len(self._text) or self._text[at] not in "{[":
            return {}
        if at not in self._known:
            self._known[at] = {member.name: member for member in members(self._text, at)}
        return self._known[at]
