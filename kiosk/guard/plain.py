"""Small records from JSON that anything may have written: whole and of their types, or None.

For the supervisor, which stays small and does without the libraries of the screen. Never
imports Qt.
"""

from __future__ import annotations

from kiosk.record import field_types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeGuard, TypeVar

    Record = TypeVar("Record")


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of JSON is a list."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value of JSON is an object."""
    return isinstance(value, dict)


def _fits(value: object, kind: str) -> bool:
    """Whether a value of JSON is of the type that a field is declared with."""
    if kind == "tuple[str, ...]":
        return is_list(value) and all(isinstance(one, str) for one in value)
    if value is None:
        return kind.endswith("| None")
    if isinstance(value, bool):
        return kind == "bool"
    names = {"str": str, "int": int, "float": (int, float), "float | None": (int, float)}
    return kind in names and isinstance(value, names[kind])


def made(kind: type[Record], document: object) -> Record | None:
    """A record of simple fields from parsed JSON; None when anything in it does not fit."""
    types = field_types(kind)
    if not is_object(document) or not document.keys() <= types.keys():
        return None
    if not all(_fits(value, types[name]) for name, value in document.items()):
        return None
    try:
        return kind(**{name: _frozen(value) for name, value in document.items()})
    except TypeError:
        return None


def _frozen(value: Any) -> Any:
    return tuple(value) if is_list(value) else value
