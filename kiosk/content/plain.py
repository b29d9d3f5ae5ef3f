"""Looking into plain data (JSON as dicts and lists) that may have any shape. No disk, no Qt."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_object(data: Any) -> TypeGuard[dict[str, Any]]:
    """True for an object."""
    return isinstance(data, dict)


def is_list(data: Any) -> TypeGuard[list[Any]]:
    """True for a list."""
    return isinstance(data, list)


def get(data: Any, name: str) -> Any:
    """A member of an object; None if there is none or it is no object."""
    return data.get(name) if is_object(data) else None


def text(data: Any, name: str) -> str:
    """A member that is a text; empty otherwise."""
    value = get(data, name)
    return value if isinstance(value, str) else ""


def listed(data: Any, name: str) -> list[Any]:
    """A member that is a list; empty otherwise."""
    value = get(data, name)
    return value if is_list(value) else []
