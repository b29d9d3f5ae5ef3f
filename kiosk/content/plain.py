"""Looking into plain data (JSON as dicts and lists) that may have any shape. No disk, no Qt."""

from __future__ import annotations

import re
from typing import Any, TypeGuard

HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which nobody could encode."""


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


def mended(data: Any) -> Any:
    """The data with a sign in place of every half character, in keys too."""
    if isinstance(data, str):
        return HALF.sub("\ufffd", data)
    if is_object(data):
        return {mended(name): mended(value) for name, value in data.items()}
    return [mended(value) for value in data] if is_list(data) else data
