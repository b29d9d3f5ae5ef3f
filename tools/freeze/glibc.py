"""Which C library the collected libraries can do with, asked of the libraries themselves.

What is built on a newer system than the stands have would not start there, and says so in words
that nobody understands; so the build looks first.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

LEAST = "2.35"
"""The oldest C library that the program starts with; packages and stick ask for it."""
LEAST_BARE = "2.36"
"""The same where our copies of the system's libraries have to be loaded as well."""
FALLBACK = "_internal/fallback/"
_FILE = re.compile(r"^(\S.*):\s+file format elf", re.MULTILINE)
_VERSION = re.compile(r"\bGLIBC_([0-9.]+)$", re.MULTILINE)


def key(version: str) -> tuple[int, ...]:
    """For comparing versions."""
    return tuple(int(part) for part in version.split("."))


def libraries(program: Path) -> list[Path]:
    """The program file and all libraries of a folder."""
    found = (path for path in sorted(program.rglob("*")) if path.is_file())
    return [path for path in found if not path.is_symlink() and _is_elf(path)]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def parse(said: str) -> Iterator[tuple[str, str]]:
    """Of what objdump says of several files: each with the newest version that it names."""
    parts = _FILE.split(said)[1:]
    for name, words in zip(parts[::2], parts[1::2], strict=True):
        versions = _VERSION.findall(words)
        if versions:
            yield name, max(versions, key=key)


def needs(program: Path) -> dict[str, str]:
    """The version that each library needs, by its place in the folder."""
    found: dict[str, str] = {}
    words = ["objdump", "-p", *map(str, libraries(program))]
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    for name, version in parse(done.stdout):
        found[Path(name).relative_to(program).as_posix()] = version
    return found


def too_new(found: Mapping[str, str]) -> list[str]:
    """What needs more than is promised, in words."""
    limits = {name: LEAST_BARE if name.startswith(FALLBACK) else LEAST for name in found}
    return [
        f"{name} needs glibc {version}; {limits[name]} is promised"
        for name, version in sorted(found.items())
        if key(version) > key(limits[name])
    ]


def check(program: Path) -> None:
    """Raise SystemExit when a library needs more than is promised."""
    wrong = too_new(needs(program))
    if wrong:
        raise SystemExit("This system is too new to build on:\n" + "\n".join(wrong))
