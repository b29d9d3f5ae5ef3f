"""What lies on a stick that this stand could use. Looks at names only; opens nothing. No Qt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.sticks.places import Stick, plain_name
from kiosk.store.reader import CONTENT

Kind = Literal["bundle", "folder", "settings"]

SETTINGS_FILE = "juosta-settings.toml"
"""The settings of a stand, for the next one."""
OFFERS_MOST = 12
ENTRIES_MOST = 2000
"""So many names are looked at; a stick with more is not searched to its end."""


@dataclass(frozen=True)
class Offer:
    """Something on a stick: a bundle file, a bundle's folder, or settings of another stand."""

    kind: Kind
    path: Path
    name: str
    stick: Stick
    size: int = 0
    """Bytes of a file, 0 for a folder."""


def offers(stick: Stick) -> list[Offer]:
    """What a stick offers, in the order of the names; [] for a stick that cannot be read.

    Bundle files and folders of bundles lie at the top or in one folder below it.
    """
    found: list[Offer] = []
    budget = [ENTRIES_MOST]
    for entry in _entries(stick.folder, budget):
        found += _of(entry, stick)
        if _is_folder(entry) and not entry.name.startswith("."):
            inside = list(_entries(Path(entry.path), budget))
            found += [each for inner in inside for each in _of(inner, stick, Path(entry.name))]
    return found[:OFFERS_MOST]


def _entries(folder: Path, budget: list[int]) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            taken: list[os.DirEntry[str]] = []
            for entry in entries:
                if budget[0] <= 0:
                    break
                budget[0] -= 1
                taken.append(entry)
    except OSError:
        return
    yield from sorted(taken, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _of(entry: os.DirEntry[str], stick: Stick, inside: Path = Path()) -> Iterator[Offer]:
    try:
        if not entry.is_file(follow_symlinks=False):
            return
        size = entry.stat(follow_symlinks=False).st_size
    except OSError:
        return
    path = Path(entry.path)
    if entry.name == CONTENT:
        name = plain_name(inside.name) if inside.name else stick.name
        yield Offer("folder", path.parent, name, stick)
    elif entry.name.lower().endswith(".kiosk") and not entry.name.startswith("."):
        yield Offer("bundle", path, plain_name(entry.name), stick, size)
    elif entry.name == SETTINGS_FILE and not inside.name:
        yield Offer("settings", path, plain_name(entry.name), stick, size)
