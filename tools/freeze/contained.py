"""Finds what of others is really in the built program: packages of Python's and of Debian's.

Looks at the files of the folder and at the modules inside the program file, not at any list of what
should be there.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from typing import Any

PARTS = "_internal"
_DEBIAN_LICENCE = re.compile(r"^License:[ \t]*(\S.*)$", re.MULTILINE)
_LIBRARY = re.compile(r"^lib[\w+.-]+\.so(\.\d+)*$")


@dataclass(frozen=True)
class Component:
    """One thing of others: `notices` are the files with its terms, `kind` is pypi, deb or other."""

    name: str
    version: str
    licence: str
    kind: str
    notices: list[Path] = field(default_factory=list[Path])
    source: str = ""


def modules(file: Path) -> set[str]:
    """The names of the modules inside a program file."""
    readers: Any = importlib.import_module("PyInstaller.archive.readers")
    archive = readers.CArchiveReader(str(file))
    return set(archive.open_embedded_archive("PYZ.pyz").toc)


def files(program: Path) -> set[str]:
    """The places of all files among the parts, links included."""
    parts = program / PARTS
    return {path.relative_to(parts).as_posix() for path in parts.rglob("*") if not path.is_dir()}


def python_packages(
    inside: set[str], code: set[str], found: Iterable[Distribution]
) -> Iterator[Component]:
    """The Python packages of which a file or a module is there."""
    for each in sorted(found, key=lambda one: one.metadata["Name"].lower()):
        mine = [str(file) for file in each.files or []]
        if each.metadata["Name"].lower() == "pyinstaller" or any(
            _is_there(f, inside, code) for f in mine
        ):
            yield _of_python(each)


def _is_there(file: str, inside: set[str], code: set[str]) -> bool:
    path = PurePosixPath(file)
    if path.suffix != ".py":
        return file in inside and ".dist-info" not in file
    words = path.with_suffix("").parts
    return ".".join(words[:-1] if words[-1] == "__init__" else words) in code


def _of_python(each: Distribution) -> Component:
    about = each.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License :: ")
    ]
    expressed, told = (about.get_all(name) or [] for name in ("License-Expression", "License"))
    licence = ", ".join(expressed) or ", ".join(classified) or "".join(told[:1])
    terms = re.compile(r"(licen[cs]e|copying|notice|ofl)", re.IGNORECASE)
    notices = [
        Path(str(file.locate()))
        for file in each.files or []
        if ".dist-info" in str(file) and terms.search(file.name) and "sboms" not in file.parts
    ]
    first_line = licence.strip().splitlines()[0] if licence.strip() else "see its page"
    return Component(about["Name"], each.version, first_line, "pypi", notices)


def libraries(inside: set[str]) -> set[str]:
    """The names of the libraries that came from the system."""
    own = {PurePosixPath(name).name for name in inside if name.startswith("PySide6/Qt/lib/")}
    taken: set[str] = set()
    for name in inside:
        path = PurePosixPath(name)
        outside = len(path.parts) == 1 or path.parts[0] == "fallback"
        if outside and _LIBRARY.match(path.name) and path.name not in own:
            taken.add(path.name)
    return taken


def debian_packages(names: set[str]) -> Iterator[Component]:
    """The Debian packages that the libraries belong to."""
    places = _places()
    owners: set[str] = set()
    for name in sorted(names):
        if name in places:
            owners |= _owners(places[name])
    form = "${Package}\t${Version}\t${source:Package} ${source:Version}\n"
    if not owners:
        return
    words = ["dpkg-query", "-W", "-f", form, *sorted(owners)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        name, version, source = line.split("\t")
        notice = Path("/usr/share/doc") / name / "copyright"
        text = notice.read_text(encoding="utf-8", errors="replace") if notice.is_file() else ""
        licences = sorted({each.strip() for each in _DEBIAN_LICENCE.findall(text)})
        told_licence = ", ".join(licences) or "see its notice"
        notices = [notice] if text else []
        yield Component(name, version, told_licence, "deb", notices, source)


def _places() -> dict[str, str]:
    listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = {}
    for line in listed.splitlines():
        name, _, rest = line.strip().partition(" ")
        if "x86-64" in rest:
            found.setdefault(name, rest.rpartition(" => ")[2])
    return found


def _owners(place: str) -> set[str]:
    real = str(Path(place).resolve())
    forms = {place, real, real.removeprefix("/usr"), place.removeprefix("/usr")}
    words = ["dpkg-query", "-S", *sorted(forms)]
    told = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return {line.partition(":")[0] for line in told.splitlines()}


def others(root: Path) -> list[Component]:
    """What comes neither from PyPI nor from Debian."""
    python = Path(sys.base_prefix) / f"lib/python3.{sys.version_info.minor}" / "LICENSE.txt"
    version = ".".join(str(number) for number in sys.version_info[:3])
    countries = root / "kiosk" / "bridge" / "countries" / "LICENSE.txt"
    return [
        Component("Python", version, "PSF-2.0", "other", [python] if python.is_file() else []),
        Component("Unicode CLDR, names of countries", "48", "Unicode-3.0", "other", [countries]),
        Component("Natural Earth, outlines of countries", "4.1", "public domain", "other"),
    ]


def everything(program: Path, root: Path) -> list[Component]:
    """All that is in the built program and was made by others."""
    inside = files(program)
    names = {name for name in libraries(inside) if not name.startswith("libpython")}
    return [
        *others(root),
        *python_packages(inside, modules(program / "kiosk"), distributions()),
        *debian_packages(names),
    ]
