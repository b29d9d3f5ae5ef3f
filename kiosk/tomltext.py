"""Lines and edits of TOML text, which `tomllib` does not offer. Imports nothing of the kiosk.

`locate` says where each key stands, `set_value` replaces or adds one key and leaves every other
character, comments included, as it was. The scanner trusts that `tomllib` has accepted the text;
`set_value` proves each edit by reading its result with `tomllib`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Key = tuple[str, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")|'
    + r"'''.*?'{3,5}(?!')|"
    + r'"(?:\\.|[^"\\\n])*"|'
    + r"'[^'\n]*'",
    re.DOTALL,
)


class CannotEditError(Exception):
    """The text is written in a way that cannot be edited without touching more than one key."""


@dataclass(frozen=True)
class Entry:
    """One `key = value` or one `[table]` of a text: its full key and its character ranges."""

    key: Key
    table: Key
    start: int
    value_start: int
    value_end: int

    @property
    def is_table(self) -> bool:
        """True for the head of a table, which has no value."""
        return self.value_start == self.value_end


def entries(text: str) -> Iterator[Entry]:
    """All keys and table heads of a text that `tomllib` accepts, in order."""
    table: Key = ()
    position = _skip(text, 0)
    while position < len(text):
        start = position
        if text[position] == "[":
            key, position = _key(text, _past(text, "[", position))
            position = _past(text, "]", position)
            table = key
            yield Entry(key, key, start, position, position)
        else:
            key, position = _key(text, position)
            value_start = _spaces(text, position + 1)
            position = _value_end(text, value_start)
            yield Entry((*table, *key), table, start, value_start, position)
        position = _skip(text, position)


def locate(text: str) -> dict[Key, int]:
    """Line (from 1) of every key and table of a text that `tomllib` accepts."""
    lines: dict[Key, int] = {}
    for entry in entries(text):
        line = text.count("\n", 0, entry.start) + 1
        for length in range(1, len(entry.key) + 1):
            lines.setdefault(entry.key[:length], line)
        if not entry.is_table:
            lines[entry.key] = line
    return lines


def set_value(text: str, section: str, key: str, value: str | float | list[str]) -> str:
    """The text with `[section] key = value`; everything else stays as it was.

    Raises `CannotEditError` when that is not possible, for example inside an inline table.
    """
    wanted: dict[str, Any] = tomllib.loads(text)
    if not isinstance(wanted.setdefault(section, {}), dict):
        raise CannotEditError(section)
    wanted[section][key] = value
    edited = _edit(text, section, key, literal(value))
    try:
        proved = tomllib.loads(edited) == wanted
    except tomllib.TOMLDecodeError:
        proved = False
    if not proved:
        raise CannotEditError(f"{section}.{key}")
    return edited


def remove_value(text: str, section: str, key: str) -> str:
    """The text without `[section] key`; everything else stays as it was, comments included.

    Raises `CannotEditError` when that is not possible; a key that is not there is no fault.
    """
    wanted: dict[str, Any] = tomllib.loads(text)
    table: Any = wanted.get(section)
    if not isinstance(table, dict) or key not in table:
        return text
    del table[key]
    edited = text
    for entry in entries(text):
        if entry.key == (section, key) and not entry.is_table:
            end = text.find("\n", entry.value_end)
            edited = text[: entry.start] + ("" if end < 0 else text[end + 1 :])
    proved = tomllib.loads(edited)
    proved.setdefault(section, {})
    if proved != wanted:
        raise CannotEditError(f"{section}.{key}")
    return edited


def literal(value: str | float | list[str]) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return repr(value)


def _edit(text: str, section: str, key: str, written: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    found = list(entries(text))
    for entry in found:
        if entry.key == (section, key) and not entry.is_table:
            return text[: entry.value_start] + written + text[entry.value_end :]
    near = [entry for entry in found if entry.key in ((section,), (section, entry.key[-1]))]
    near = [entry for entry in near if entry.table in ((), (section,))]
    if not near:
        gap = "" if not text.strip() else newline
        return f"{_ended(text, newline)}{gap}[{section}]{newline}{key} = {written}{newline}"
    last = near[-1]
    name = key if last.table else f"{section}.{key}"
    end = text.find("\n", last.value_end)
    head, tail = (text, "") if end < 0 else (text[: end + 1], text[end + 1 :])
    return f"{_ended(head, newline)}{name} = {written}{newline}{tail}"


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline


def _skip(text: str, position: int) -> int:
    """Past blanks, line ends and comments."""
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _past(text: str, signs: str, position: int) -> int:
    """Past all characters that are among the signs."""
    while position < len(text) and text[position] in signs:
        position += 1
    return position


def _spaces(text: str, position: int) -> int:
    return _past(text, " \t", position)


def _key(text: str, position: int) -> tuple[Key, int]:
    """A dotted key from a position on, and the position of the `=` or `]` after it."""
    parts: list[str] = []
    while True:
        position = _spaces(text, position)
        match = _BARE.match(text, position) or _STRING.match(text, position)
        if match is None:
            raise CannotEditError(text[position : position + 20])
        part = match.group()
        parts.append(part if part[0] not in "\"'" else tomllib.loads(f"x = {part}")["x"])
        position = _spaces(text, match.end())
        if not text.startswith(".", position):
            return tuple(parts), position
        position += 1


def _value_end(text: str, position: int) -> int:
    """The end of the value that starts at a position: before a comment or the line's end."""
    depth, end = 0, position
    while position < len(text):
        sign = text[position]
        if sign in "\"'":
            match = _STRING.match(text, position)
            position = end = match.end() if match else position + 1
            continue
        if sign == "#":
            if not depth:
                break
            position = _skip(text, position)
            continue
        if sign == "\n" and not depth:
            break
        depth += (sign in "[{") - (sign in "]}")
        position += 1
        if not sign.isspace():
            end = position
    return end
