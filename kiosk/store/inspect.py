"""All that the disk has to say about a bundle's folder, for the check: names, links, pictures.

Not imported by a plain run. Lists the folder and assets/, opens content.json and pictures only.
No Qt.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Container, Iterator
from pathlib import Path

from kiosk.content import limits, names
from kiosk.content.check import Context, check
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem, severity
from kiosk.said import said
from kiosk.store.files import read_regular
from kiosk.store.pictures import Picture, examine
from kiosk.store.reader import CONTENT, bundle_folder, read_content

ASSETS = "assets"
_DROPPINGS = {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"}
Fault = tuple[str, str, str]
"""What is wrong with a file: code, words, fix."""

_SEEN_INSIDE = {"E153", "E155"}
"""Endings that are judged by what is in the file."""
_TYPES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"}


def check_folder(
    content: Path,
    icons: Collection[str] | None = None,
    coverage: Container[int] | None = None,
) -> list[Problem]:
    """All problems of a bundle on disk; `ContentError` E190 when it cannot be read at all."""
    folder = bundle_folder(content)
    problems = list(_content_names(folder))
    files, more = examine_assets(folder)
    try:
        raw = read_content(folder)
    except ContentError as error:
        if error.code == "E190":
            raise
        return [*problems, _problem(CONTENT, error.code, error.words, error.fix), *more]
    context = Context(icons=icons, coverage=coverage, files=files)
    return [*problems, *check(raw, context), *more]


def examine_assets(folder: Path) -> tuple[dict[str, list[Fault]], list[Problem]]:
    """The files in assets/ with their faults, by the names that the content uses; and problems of
    the folder as such."""
    names_found, problems = _asset_names(folder)
    return {name: list(_file_faults(folder, name)) for name in names_found}, problems


def listing(folder: Path) -> tuple[list[str], list[Problem]]:
    """The files in assets/ by name, none of them opened, and what names alone forbid."""
    problems = list(_content_names(folder))
    found, more = _asset_names(folder)
    for name in found:
        wrong = names.fault(name)
        if wrong and wrong[0] not in _SEEN_INSIDE:
            problems.append(_problem(name, *wrong))
    return found, problems + more


def _asset_names(folder: Path) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for name in _walk(folder, problems):
        if len(seen) >= limits.ASSET_FILES:
            words = said(
                "There are too many files in assets (limit {asset_files}).",
                asset_files=limits.ASSET_FILES,
            )
            problems.append(
                _problem(ASSETS, "E138", words, said("Remove those that are not used."))
            )
            break
        twin = seen.setdefault(_folded(name), name)
        if twin != name:
            words = said(
                "“{name}” and “{twin}” differ only in capitals or accents.",
                name=names.shown(twin),
                twin=names.shown(name),
            )
            problems.append(_problem(name, "E102", words, said("Rename or remove one of them.")))
    return list(seen.values()), problems


def _walk(folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Names of all files below assets/; other bundles in there and droppings are passed over."""
    waiting = [ASSETS] if (folder / ASSETS).exists() or (folder / ASSETS).is_symlink() else []
    while waiting:
        here = waiting.pop()
        if (folder / here).is_symlink():
            words = said("“{name}” is a link; links are not allowed.", name=names.shown(here))
            problems.append(_problem(here, "E134", words, said("Copy the folder itself.")))
            continue
        try:
            entries = sorted(os.scandir(folder / here), key=lambda entry: entry.name)
        except OSError as error:
            words = said(
                "“{name}” cannot be read ({strerror}).",
                name=names.shown(here),
                strerror=error.strerror,
            )
            problems.append(_problem(here, "E190", words, said("Copy the bundle again.")))
            continue
        if here != ASSETS and any(entry.name == CONTENT for entry in entries):
            continue
        for entry in entries:
            name = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False) and here.count("/") < limits.PATH_DEPTH:
                waiting.append(name)
            elif entry.name.lower() not in _DROPPINGS and not entry.name.startswith("._"):
                yield name


def _file_faults(folder: Path, name: str) -> Iterator[Fault]:
    wrong = names.fault(name)
    try:
        if wrong and wrong[0] not in _SEEN_INSIDE:
            if stat.S_ISLNK((folder / name).lstat().st_mode):
                wrong = None
            else:
                yield wrong
                return
        picture = examine(read_regular(folder, name, limits.PICTURE_BYTES), name)
    except ContentError as error:
        yield error.code, error.words, error.fix
    except OSError as error:
        words = said(
            "“{name}” cannot be read ({strerror}).", name=names.shown(name), strerror=error.strerror
        )
        yield "E190", words, said("Copy the bundle again, or try another stick.")
    else:
        yield from _advice(name, picture)


def _advice(name: str, picture: Picture) -> Iterator[Fault]:
    ending = name.rpartition(".")[2]
    if _TYPES.get(ending) != picture.kind:
        words = said("“{name}” is really a {kind} file.", name=name, kind=picture.kind.upper())
        ending = "jpg" if picture.kind == "jpeg" else picture.kind
        yield (
            "W206",
            words,
            said("Rename it to end in .{ending}, here and in the content.", ending=ending),
        )
    if picture.exif.turned:
        words = said(
            "“{name}” is stored turned; the kiosk turns it each time it is shown.", name=name
        )
        yield "W205", words, said("Save it upright in a picture program.")
    if picture.exif.located:
        words = said("“{name}” tells where it was taken (GPS data).", name=name)
        yield "W205", words, said("Save it without its data about the place.")


def _content_names(folder: Path) -> Iterator[Problem]:
    """content.json beside a file whose name differs in capitals only."""
    try:
        found = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return
    alike = [name for name in found if _folded(name) == CONTENT and name != CONTENT]
    for name in alike:
        words = said(
            "Two files have the same name: {content} and {name}.",
            content=CONTENT,
            name=names.shown(name),
        )
        if CONTENT not in found:
            words = said(
                "The file is named {name}; it must be {content}.",
                name=names.shown(name),
                content=CONTENT,
            )
        yield _problem(
            name, "E102", words, said("Keep one of them and name it {content}.", content=CONTENT)
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _problem(file: str, code: str, words: str, fix: str) -> Problem:
    return Problem(
        code=code,
        severity=severity(code),
        file=names.shown(file),
        line=0,
        column=0,
        pointer="",
        page="",
        part="",
        words=words,
        fix=fix,
    )
