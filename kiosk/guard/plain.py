"""Small records from JSON that anything may have written: whole and of their types, or None.

For the supervisor, which stays small and does without the libraries of the screen. Never
imports Qt.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar, cast

Record = TypeVar("Record")


def _fits(value: object, kind: str) -> bool:
    """Whether a value of JSON is of the type that a field is declared with."""
    if kind == "tuple[str, ...]":
        texts = cast("list[object]", value) if isinstance(value, list) else [None]
        return all(isinstance(one, str) for one in texts)
    if value is None:
        return kind.endswith("| None")
    if isinstance(value, bool):
        return kind == "bool"
    names = {"str": str, "int": int, "float": (int, float), "float | None": (int, float)}
    return kind in names and isinstance(value, names[kind])


def made(kind: type[Record], document: object) -> Record | None:
    """A dataclass of simple fields from parsed JSON; None when anything in it does not fit."""
    if not isinstance(document, dict):
        return None
    values = cast("dict[str, Any]", document)
    types = {each.name: str(each.type) for each in fields(cast("Any", kind))}
    if not values.keys() <= types.keys():
        return None
    if not all(_fits(value, types[name]) for name, value in values.items()):
        return None
    try:
        return kind(**{name: _frozen(value) for name, value in values.items()})
    except TypeError:
        return None


def _frozen(value: Any) -> Any:
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value
