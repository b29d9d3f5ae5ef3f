"""Finding every mistake of a settings file at once, with its line. No Qt.

Knows how a document is checked against records of `msgspec`, not which settings there are: the
record is handed in. Values of secret keys are never repeated in words. All words are `said`: the
command line and the log have them in English, the staff's pages in their language.
"""

from __future__ import annotations

import re
import stat
import tomllib
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields

from kiosk import tomltext, tomlwords
from kiosk.said import joined, said

FILE_LIMIT = 64 * 1024
"""Bytes of a settings file; a real one has a few hundred."""

SECRET_KEYS = frozenset({"staff.pin"})
"""Keys whose values are shown nowhere: not in messages, not in the log."""

SHOWN_LIMIT = 60
"""Characters of a value that a message repeats."""

_PLACE = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


class _TooLargeError(ValueError):
    """The file has more bytes than any settings file."""


@dataclass(frozen=True)
class Problem:
    """One mistake: where it is (line 0: the whole file), what it is and how to mend it."""

    file: Path
    line: int
    words: str
    key: str = ""

    def __str__(self) -> str:
        return str(self.whole)

    @property
    def whole(self) -> str:
        """Place and words, for saying them in another language."""
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return joined(f"{place}:", self.words)


@dataclass(frozen=True)
class Checked:
    """The good values of a file by dotted key, where they stand, and the problems."""

    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    origins: Mapping[str, tuple[Path, int]] = field(default_factory=dict[str, tuple[Path, int]])
    problems: tuple[Problem, ...] = ()


def check_file(path: Path, model: type[Struct], *, needed: bool = False) -> Checked:
    """Check a settings file against a record of sections. A missing file sets nothing."""
    try:
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            words = said("is not a file; the settings file itself has to stand there")
            return Checked(problems=(Problem(path, 0, words),))
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        words = said("there is no such file; name an existing one, or leave --config out")
        return Checked(problems=(Problem(path, 0, words),) if needed else ())
    except OSError as error:
        why = error.strerror
        words = said("cannot be read ({reason}); check the rights of the file", reason=why)
        return Checked(problems=(Problem(path, 0, words),))
    return check_text(content, model, path)


def check_text(content: bytes, model: type[Struct], path: Path) -> Checked:
    """Check the content of a settings file; `path` only names it in the problems."""
    try:
        text = _decoded(content)
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Checked(problems=(_unreadable(error, content, path),))
    return check_document(document, model, path, tomltext.locate(text))


def check_document(
    document: Mapping[str, Any], model: type[Struct], path: Path, lines: Mapping[tomltext.Key, int]
) -> Checked:
    """Check a parsed document; `lines` gives the line of each key, absent ones count as 0."""
    sections = {item.name: item.type for item in fields(model)}
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Path, int]] = {}
    problems: list[Problem] = []
    for key, value in _leaves(document, sections):
        line = _line(lines, key)
        dotted = ".".join(key)
        words = _mistake(key, value, sections)
        if words:
            problems.append(Problem(path, line, words, dotted))
        elif len(key) > 1:
            values[dotted] = value
            origins[dotted] = (path, line)
    problems.sort(key=lambda problem: problem.line)
    return Checked(values, origins, tuple(problems))


def kinds(model: type[Struct]) -> dict[str, Any]:
    """The type of every dotted key of a record of sections."""
    return {
        f"{section.name}.{item.name}": item.type
        for section in fields(model)
        for item in fields(section.type)
    }


def shown(key: str, value: Any) -> str:
    """A value as it may be shown: written as TOML, secrets only as set or not set."""
    if key in SECRET_KEYS:
        return said("set") if value else said("not set")
    if value is None:
        return said("not set")
    plain = list(cast(tuple[Any, ...], value)) if isinstance(value, tuple) else value
    written = tomltext.literal(plain) if _plain(plain) else str(plain)
    return written if len(written) <= SHOWN_LIMIT else f"{written[: SHOWN_LIMIT - 3]}..."


def _decoded(content: bytes) -> str:
    if len(content) > FILE_LIMIT:
        raise _TooLargeError
    # Editors on Windows put a byte order mark before UTF-8 text.
    return content.decode("utf-8-sig")


def _unreadable(error: Exception, content: bytes, path: Path) -> Problem:
    """A problem for content that is no TOML at all."""
    if isinstance(error, UnicodeDecodeError):
        line = content.count(b"\n", 0, error.start) + 1
        words = said("the text is not UTF-8; save the file in the encoding UTF-8")
        return Problem(path, line, words)
    if isinstance(error, RecursionError):
        return Problem(path, 0, said("lists are nested too deep; no setting needs that"))
    if isinstance(error, _TooLargeError):
        limit = FILE_LIMIT // 1024
        words = said("larger than {limit} kB, this is no settings file", limit=limit)
        return Problem(path, 0, words)
    if not isinstance(error, tomllib.TOMLDecodeError):
        return Problem(path, 0, said("there is a larger number than any setting takes"))
    return _no_toml(str(error), content, path)


def _no_toml(message: str, content: bytes, path: Path) -> Problem:
    """A problem for what the reader of TOML complains about."""
    place = _PLACE.search(message)
    why = tomlwords.reason(_PLACE.sub("", message))
    line = 0
    if place:
        text = content.decode("utf-8-sig")
        line = int(place[1]) if place[1] else text.count("\n", 0, len(text.rstrip())) + 1
        column = said("column {number}", number=place[2]) if place[2] else ""
        why = joined(why, column, by=", ")
    words = said(
        "this line cannot be understood ({why}); "
        'write: key = value, with texts in "quotes", each key once',
        why=why,
    )
    return Problem(path, line, words)


def _leaves(
    document: Mapping[str, Any], sections: Mapping[str, Any]
) -> Iterator[tuple[tomltext.Key, Any]]:
    """Keys of known sections one by one; unknown sections and stray keys as a whole."""
    for name, content in document.items():
        if name in sections and isinstance(content, dict):
            table = cast(dict[str, Any], content)
            yield from (((name, key), value) for key, value in table.items())
        else:
            yield (name,), content


def _mistake(key: tomltext.Key, value: Any, sections: Mapping[str, Any]) -> str:
    """What is wrong with a key and its value, in words; empty if nothing is."""
    section = sections.get(key[0])
    if section is None:
        return _unknown_section(key[0], value, sections)
    if len(key) == 1:
        return said("{name} must be a section; write [{name}] on a line of its own", name=key[0])
    types = {item.name: item.type for item in fields(section)}
    if key[1] not in types:
        has = said("[{section}] has {keys}", section=key[0], keys=", ".join(types))
        advice = _advice(key[1], list(types), has)
        return said("{key} is unknown; {advice}", key=".".join(key), advice=advice)
    return wrong_value(".".join(key), value, types[key[1]])


def wrong_value(key: str, value: Any, kind: Any) -> str:
    """What is wrong with a value of a known key, in words; empty if nothing is."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        wanted = description(kind)
        if key in SECRET_KEYS:
            return said("{key} must be {wanted}", key=key, wanted=wanted)
        found = shown(key, value)
        return said("{key} must be {wanted}, not {found}", key=key, wanted=wanted, found=found)
    if isinstance(value, list):
        items = cast(list[Any], value)
        double = next((item for item in items if items.count(item) > 1), None)
        if double is not None:
            twice = shown(key, double)
            return said("{key} has {value} twice; leave one of them out", key=key, value=twice)
    return _own_mistake(key, value, kind)


def _own_mistake(key: str, value: Any, kind: Any) -> str:
    """What the rule says that a type's `Meta` carries as `mistake`; empty if nothing is wrong."""
    for note in getattr(kind, "__metadata__", ()):
        rule = (note.extra or {}).get("mistake") if isinstance(note, Meta) else None
        if rule is not None and (why := rule(value)):
            wanted = description(kind)
            return said("{key} must be {wanted}; {why}", key=key, wanted=wanted, why=why)
    return ""


def description(kind: Any) -> str:
    """The plain words that a type's `Meta` gives for what is allowed."""
    notes: tuple[Any, ...] = getattr(kind, "__metadata__", ())
    texts = [note.description for note in notes if isinstance(note, Meta)]
    words: list[str] = [said(text) for text in texts if text]
    words += [description(part) for part in typing.get_args(kind)]
    return next(filter(None, words), "")


def _unknown_section(name: str, value: Any, sections: Mapping[str, Any]) -> str:
    if isinstance(value, dict):
        advice = _advice(name, list(sections), said("there are {names}", names=", ".join(sections)))
        return said("section [{name}] is unknown; {advice}", name=name, advice=advice)
    homes = [section for section, kind in sections.items() if name in kind.__struct_fields__]
    if homes:
        home = homes[0]
        return said(
            "{name} stands outside its section; put it below [{home}]", name=name, home=home
        )
    return said("{name} is unknown and stands outside any section; remove it", name=name)


def _advice(name: str, known: list[str], otherwise: str) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return said("did you mean {name}?", name=near[0]) if near else otherwise


def _line(lines: Mapping[tomltext.Key, int], key: tomltext.Key) -> int:
    """The line of a key, or of what it is inside of."""
    return next((lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines), 0)


def _plain(value: Any) -> bool:
    """True for what `tomltext.literal` can write."""
    if isinstance(value, list):
        items = cast(list[Any], value)
        return all(isinstance(item, str | int | float) for item in items)
    return isinstance(value, str | int | float)
