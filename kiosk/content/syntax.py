"""Broken JSON in plain words: what is wrong, where, and the line itself. No disk, no Qt."""

from __future__ import annotations

import json
import re

from kiosk.content.problems import Finding
from kiosk.said import joined, said

_WINDOW = 48
_CLOSE = said('Close it with a ". Write a quotation mark inside a text as \\".')
_POINT = said("A decimal is written with a point: 4.5.")
_BARE = said("A number is written without spaces and signs: 2800000.")
_VALUE = said("A text needs double quotation marks; true, false and null are written small.")
_MESSAGES: tuple[tuple[str, str, str, bool], ...] = (
    ("Expecting ','", said("A comma is missing after this."), said("Add a comma."), True),
    (
        "Expecting ':'",
        said("A colon is missing after this key."),
        said("Add a colon and the value."),
        True,
    ),
    ("Unterminated string", said("This text has no closing quotation mark."), _CLOSE, False),
    (
        "Invalid \\",
        said("No sign that JSON knows follows this backslash."),
        said("Write it as \\\\."),
        False,
    ),
    (
        "Extra data",
        said("Something follows after the end of the document."),
        said("Remove it."),
        False,
    ),
    (
        "Expecting property name",
        said("A key is expected here."),
        said('Write it as "key": value.'),
        False,
    ),
)
"""How a message of the parser begins, our words and fix, and whether it is about what precedes."""
_NUMBERS: tuple[tuple[str, str, str], ...] = (
    (r"", r"[−–]\d", said("A minus is written with a hyphen: -4.")),
    (r"\d,", r"\d{3}(?!\d)", joined(_POINT, _BARE)),
    (r"\d,", r"\d", _POINT),
    (r"(?<!\w)0", r"\d", said("A number is written without zeros before it: 4.")),
    (r"\d[ \u00a0\u202f]?", r"[\u00a0\u202f'’.]?\d{3}(?!\d)", _BARE),
    (r"\d[ \u00a0\u202f]?", r"[^\W\d]|[^\w\s\"'‘’“”„«»{}\[\],:]", _BARE),
    (r"[:,\[]\s*", r"[^\w\s\"'‘’“”„«»{}\[\],:-] ?\d", _BARE),
)
"""Numbers as people write them: what stands before the fault, what there, and what to write."""
_QUOTES: tuple[tuple[str, str, str], ...] = (
    ("Expecting ','", r'"', r'[^\s"{}\[\],:;=]'),
    ("Expecting ','", r'"\s*', r"(?!true|false|null)[^\W\d]"),
    ("Expecting property", r'",\s*', r"[^\W\d](?!\w*\s*[:=])"),
)
"""The message, and what stands around the fault, when a text ended at a quotation mark in it."""


def syntax_finding(text: str, error: json.JSONDecodeError) -> Finding:
    """The finding for a document that does not parse (E105)."""
    words, fix, offset = _cause(text, error)
    return Finding(
        code="E105",
        words=joined(words, _shown(text, offset), by="\n"),
        fix=fix,
        offset=offset,
    )


def unclosed_finding(text: str, line_end: int) -> Finding:
    """The finding for a text that is still open at the end of its line."""
    offset = max(text.rfind('"', 0, line_end), 0)
    words = joined(said("This text is not closed on its line."), _shown(text, offset), by="\n")
    return Finding(code="E105", words=words, fix=_CLOSE, offset=offset)


def _cause(text: str, error: json.JSONDecodeError) -> tuple[str, str, int]:
    at = error.pos
    mark = text[at : at + 1]
    before = _last_before(text, at)
    if not text[at:].strip():
        fix = said("Copy the file again from where it was made.")
        return said("The file ends too early; it may have been cut off."), fix, at
    if mark in "}]" and text[before : before + 1] == ",":
        words = said("A comma before a closing bracket is not allowed in JSON.")
        return words, said("Remove this comma."), before
    if mark in "/#":
        return said("A comment is not allowed in JSON."), said("Remove the comment."), at
    if error.msg.startswith("Expecting") and (found := _meant(text, at, error.msg)):
        return *found, at
    if mark in "'‘’“”„«»":
        words = said("{mark} is not a JSON quotation mark.", mark=mark)
        return words, said('Use straight double quotation marks: "…".'), at
    return _by_message(error, at, before)


def _meant(text: str, at: int, message: str) -> tuple[str, str] | None:
    """Words and fix for a number, or a text with quotation marks in it, as a person writes it."""
    left, right = text[max(at - _WINDOW, 0) : at], text[at : at + _WINDOW]
    for before, here, fix in _NUMBERS:
        if re.search(rf"(?:{before})\Z", left) and re.match(here, right):
            return said("This is not how JSON writes a number."), fix
    for start, before, here in _QUOTES:
        around = re.search(rf"{before}\Z", left) and re.match(here, right)
        if message.startswith(start) and around:
            fix = said('A quotation mark inside a text is written \\".')
            return said("The text has ended at the quotation mark before this."), fix
    return None


def _by_message(error: json.JSONDecodeError, at: int, before: int) -> tuple[str, str, int]:
    for start, words, fix, is_after in _MESSAGES:
        if error.msg.startswith(start):
            return words, fix, before if is_after else at
    return said("A value is expected here."), _VALUE, at


def _last_before(text: str, at: int) -> int:
    """The offset of the last sign before `at` that is no space."""
    return max(len(text[:at].rstrip()) - 1, 0)


def _shown(text: str, offset: int) -> str:
    """The line around the offset with a mark below, cut to a window."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _WINDOW)
    end = text.find("\n", offset)
    line = text[start : min(end if end >= 0 else len(text), offset + _WINDOW)]
    line = "".join(sign if sign.isprintable() else " " for sign in line)
    return f"    {line}\n    {' ' * (offset - start)}^"
