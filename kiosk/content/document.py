"""Strict JSON for the check: every fault of the document itself, with its place.

`read` goes on after faults that leave the structure whole (repeated keys, NaN, hidden characters),
so that one run names them all. No disk, no Qt; the running kiosk does not import it.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from kiosk.content import limits
from kiosk.content.plain import HALF, is_list, is_object, mended
from kiosk.content.problems import Finding, Pointer
from kiosk.content.syntax import syntax_finding, unclosed_finding
from kiosk.said import said

_SUSPECT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HIDDEN = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ESCAPED = re.compile(r"\\(?:[bfrt]|u(?:00[01789]|20[26]|[dD][89a-fA-F]))")
"""What may be an odd character, as such or escaped. Keys, which may not even hold a line break, are
few and looked at one by one."""
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]', re.DOTALL)


class _Twice(dict[str, Any]):
    """An object in which keys stand more than once."""

    repeated: tuple[str, ...] = ()


class _Unusable:
    """Stands for a number that cannot be used."""

    def __init__(self, written: str) -> None:
        self.written = written


class Document(msgspec.Struct, frozen=True):
    """A document that parses: its text, its data, and the pointers already known to be bad."""

    text: str
    data: Any
    bad: frozenset[Pointer]


def read(raw: bytes) -> tuple[Document | str, list[Finding]]:
    """The document, or only its text if it does not parse, and the findings."""
    text, findings = _decoded(raw)
    if findings and findings[-1].offset is not None and findings[-1].code == "E104":
        return text, findings
    if not text.strip():
        words = (
            said("content.json is empty.")
            if not text
            else said("content.json holds nothing but spaces.")
        )
        fix = said("Copy the file again, or start from the example bundle.")
        return text, [*findings, Finding(code="E103", words=words, fix=fix, offset=0)]
    data, more = _parsed(text)
    findings += more
    if more and more[-1].code in {"E105", "E108"}:
        return text, findings
    inside = list(_faults(data, walk_strings=bool(more) or _may_be_odd(text)))
    if any(finding.code == "E108" for finding in inside):
        return text, [*findings, _too_deep(text)]
    if any(finding.code == "E125" for finding in inside):
        data = mended(data)
        inside = [replace(each, pointer=tuple(map(mended, each.pointer))) for each in inside]
    bad = frozenset(finding.pointer for finding in inside)
    return Document(text, data, bad), findings + inside


def _may_be_odd(text: str) -> bool:
    """Whether its texts have to be looked at one by one. Two searches, because they are fast."""
    return bool(_HIDDEN.search(text) or _ESCAPED.search(text))


def _decoded(raw: bytes) -> tuple[str, list[Finding]]:
    fix = said("Save the file as UTF-8 without a byte-order mark.")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        words = said("The file is saved as UTF-16; only UTF-8 can be read.")
        return "", [Finding(code="E104", words=words, fix=fix, offset=0)]
    findings: list[Finding] = []
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
        words = said("The file begins with an invisible byte-order mark.")
        findings.append(Finding(code="E104", words=words, fix=fix))
    try:
        return raw.decode("utf-8"), findings
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        words = said("The byte 0x{value} is not UTF-8 text.", value=f"{raw[error.start]:02X}")
        text = raw.decode("utf-8", "replace")
        offset = len(before)
        return text, [*findings, Finding(code="E104", words=words, fix=fix, offset=offset)]


def _parsed(text: str) -> tuple[Any, list[Finding]]:
    """The data and what is wrong with the writing; the last finding is E105 or E108 if fatal."""
    try:
        return _loads(text, strict=True), []
    except RecursionError:
        return None, [_too_deep(text)]
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Invalid control character"):
            return None, [syntax_finding(text, error)]
        return _parsed_loosely(text, error.pos)


def _parsed_loosely(text: str, first: int) -> tuple[Any, list[Finding]]:
    """The data of a document with control characters inside its texts, the first one at `first`."""
    words = said("A text holds a line break, a tab or another control character as such.")
    fix = said("Write a line break inside a text as \\n; remove the others.")
    finding = Finding(code="E123", words=words, fix=fix, offset=first)
    try:
        return _loads(text, strict=False), [finding]
    except RecursionError:
        return None, [finding, _too_deep(text)]
    except json.JSONDecodeError as error:
        if text[first : first + 1] in "\r\n":
            return None, [unclosed_finding(text, first)]
        return None, [finding, syntax_finding(text, error)]


def _loads(text: str, *, strict: bool) -> Any:
    return json.loads(
        text,
        strict=strict,
        object_pairs_hook=_members,
        parse_int=_whole,
        parse_constant=_Unusable,
    )


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(name for name, _ in pairs)
    twice = _Twice(found)
    twice.repeated = tuple(name for name in found if times[name] > 1)
    return twice


def _whole(digits: str) -> int | _Unusable:
    return int(digits) if len(digits) <= limits.INTEGER_DIGITS + 1 else _Unusable(digits)


def _too_deep(text: str) -> Finding:
    depth = 0
    offset = 0
    for token in _BRACKET.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token.group(), 0)
        if depth > limits.DEPTH:
            offset = token.start()
            break
    words = said("Lists and objects are nested too deep (limit {depth}).", depth=limits.DEPTH)
    fix = said("Something was pasted in the wrong place: remove the inner part.")
    return Finding(code="E108", words=words, fix=fix, offset=offset)


def _faults(data: Any, *, walk_strings: bool) -> Iterator[Finding]:
    """Faults of the values, in one walk without recursion."""
    stack: list[tuple[Pointer, Any]] = [((), data)]
    while stack:
        pointer, value = stack.pop()
        if isinstance(value, str):
            if walk_strings:
                yield from _characters(value, pointer)
        elif is_object(value) or is_list(value):
            if len(pointer) >= limits.DEPTH:
                yield Finding(code="E108", words="", fix="", pointer=pointer)
                return
            if is_object(value):
                yield from _keys(value, pointer)
            items: Any = value.items() if is_object(value) else enumerate(value)
            stack.extend(((*pointer, name), item) for name, item in items)
        elif isinstance(value, (_Unusable, float)):
            yield from _number(value, pointer)


def _keys(value: dict[str, Any], pointer: Pointer) -> Iterator[Finding]:
    if isinstance(value, _Twice):
        for name in value.repeated:
            yield Finding(
                code="E106",
                words=said(
                    "“{name}” stands twice in the same place; only one can count.",
                    name=mended(name),
                ),
                fix=said("Keep the right one and remove the other."),
                pointer=(*pointer, name),
                at="key",
            )
    if _SUSPECT.search("".join(value)):
        for name in value:
            yield from _characters(name, (*pointer, name), is_key=True)


def _number(value: _Unusable | float, pointer: Pointer) -> Iterator[Finding]:
    written = value.written if isinstance(value, _Unusable) else ""
    if written[-1:].isdigit() or (not written and isinstance(value, float) and math.isinf(value)):
        words = (
            said("This number is too long ({count} digits).", count=len(written))
            if written
            else said("This number is too large.")
        )
        fix = said("Write a number of at most twelve digits.")
        yield Finding(code="E107", words=words, fix=fix, pointer=pointer)
    elif written:
        words = said("{written} is not a number that JSON knows.", written=written)
        fix = said("Write a number, or leave the key out.")
        yield Finding(code="E110", words=words, fix=fix, pointer=pointer)


def _characters(text: str, pointer: Pointer, *, is_key: bool = False) -> Iterator[Finding]:
    """Characters that no text may hold; where a line break may stand is the texts' business."""
    found = (_SUSPECT if is_key else _ODD).search(text)
    if not found:
        return
    worst = HALF.search(text) or found  # half a character makes the text unusable for us too
    code, words, fix = _odd_character(worst.group())
    where = "key" if is_key else "value"
    yield Finding(code=code, words=words, fix=fix, pointer=pointer, at=where)


def _odd_character(mark: str) -> tuple[str, str, str]:
    number = f"U+{ord(mark):04X}"
    if "\ud800" <= mark <= "\udfff":
        return (
            "E125",
            said("Half a character ({number}) stands alone.", number=number),
            said("Type the character again."),
        )
    if mark >= "\u202a":
        words = said("The text holds a hidden direction character ({number}).", number=number)
        return "E122", words, said("Remove it: delete the text and type it again.")
    if mark == "\n":
        return "E123", said("A key holds a line break."), said("Write it in one line.")
    words = said("The text holds a control character ({number}).", number=number)
    return "E123", words, said("Remove it; a line break is written \\n.")
