"""Changing values of the registry so that each can be given back as it was. Never imports Qt.

What a value was is written to a file before it is changed, and only the first time: a second
`kiosk stand on` does not take our own value for the machine's.
"""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, cast

from kiosk import durable
from kiosk.windows.wishes import Part, Value, Wish

_FILE_LIMIT = 200_000


class Registry(Protocol):
    """Where values are read and written. Keys are below the part's own."""

    def read(self, part: Part, key: str, name: str) -> Value | None:
        """A value; None when there is none. Raises `OSError`."""
        ...

    def write(self, part: Part, key: str, name: str, value: Value | None) -> None:
        """Set a value, or remove it with None. Raises `OSError`."""
        ...


@dataclass
class Before:
    """What was there: one line a value, whose part "person" means, and how the kiosk starts."""

    sid: str = ""
    start: str = ""
    values: dict[str, Value | None] = field(default_factory=dict[str, Value | None])

    @staticmethod
    def place(wish: Wish) -> str:
        """The name of a wish's line."""
        return "|".join((wish.part, wish.key, wish.name))


def read(file: Path) -> Before | None:
    """The notes of a stand; None when this machine is none. Raises `ValueError` and `OSError`."""
    try:
        with file.open("rb") as stream:
            document: Any = json.loads(stream.read(_FILE_LIMIT))
    except FileNotFoundError:
        return None
    if not isinstance(document, dict):
        raise ValueError("no notes of a stand")
    notes = cast("dict[str, Any]", document)
    values = cast("dict[str, Any]", notes.get("values", {}))
    kept = {name: v for name, v in values.items() if v is None or isinstance(v, int | str)}
    return Before(str(notes.get("sid", "")), str(notes.get("start", "")), kept)


def keep(file: Path, before: Before) -> None:
    """Write the notes, durably. Raises `OSError`."""
    document = {"sid": before.sid, "start": before.start, "values": before.values}
    durable.make_folder(file.parent)
    durable.write(file, json.dumps(document, indent=1).encode())


def apply(registry: Registry, wishes: Iterable[Wish], file: Path, before: Before) -> list[Wish]:
    """Note what is there, then set every wish; those that were refused."""
    wishes = tuple(wishes)
    refused: list[Wish] = []
    for wish in wishes:
        if Before.place(wish) in before.values:
            continue
        try:
            before.values[Before.place(wish)] = registry.read(wish.part, wish.key, wish.name)
        except OSError:
            refused.append(wish)
    keep(file, before)
    for wish in wishes:
        if wish not in refused:
            try:
                registry.write(wish.part, wish.key, wish.name, wish.value)
            except OSError:
                refused.append(wish)
    return refused


def give_back(registry: Registry, before: Before, *, person: bool) -> dict[str, Value | None]:
    """Set every noted value to what it was; what is left of the notes.

    `person` says whether that part of the registry is within reach.
    """
    left: dict[str, Value | None] = {}
    for place, value in before.values.items():
        part, key, name = place.split("|")
        if part == "person" and not person:
            left[place] = value
            continue
        try:
            registry.write("machine" if part == "machine" else "person", key, name, value)
        except OSError:
            left[place] = value
    return left


class RealRegistry:
    """The registry of this Windows; `sid` names the person whose part is meant."""

    def __init__(self, sid: str) -> None:
        self._reg: Any = importlib.import_module("winreg")
        self._sid = sid

    def loaded(self) -> bool:
        """Whether the person is logged in, so that their part is there."""
        with contextlib.suppress(OSError), self._reg.OpenKey(self._reg.HKEY_USERS, self._sid):
            return True
        return False

    def _place(self, part: Part, key: str) -> tuple[Any, str]:
        if part == "machine":
            return self._reg.HKEY_LOCAL_MACHINE, key
        return self._reg.HKEY_USERS, rf"{self._sid}\{key}"

    def read(self, part: Part, key: str, name: str) -> Value | None:
        """A value; None when there is none."""
        try:
            with self._reg.OpenKey(*self._place(part, key)) as found:
                value, _ = self._reg.QueryValueEx(found, name)
        except FileNotFoundError:
            return None
        return value if isinstance(value, int | str) else None

    def write(self, part: Part, key: str, name: str, value: Value | None) -> None:
        """Set a value, or remove it with None."""
        root, inside = self._place(part, key)
        if value is None:
            with (
                contextlib.suppress(FileNotFoundError),
                self._reg.OpenKey(root, inside, 0, self._reg.KEY_SET_VALUE) as found,
            ):
                self._reg.DeleteValue(found, name)
            return
        kind = self._reg.REG_DWORD if isinstance(value, int) else self._reg.REG_SZ
        with self._reg.CreateKeyEx(root, inside, 0, self._reg.KEY_SET_VALUE) as found:
            self._reg.SetValueEx(found, name, 0, kind, value)
