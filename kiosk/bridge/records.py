"""Looking into the record types of the content model: fields, hints and texts. No Qt."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from kiosk.content.values import Localized, Record


@cache
def fields_of(record_type: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Every field with its hint, `| None` left away. Kept: a page asks for it at every turn."""
    hints = get_type_hints(record_type, include_extras=True)
    return tuple((field, required(hints[field])) for field in record_type.__struct_fields__)


def required(hint: Any) -> Any:
    """The hint without `| None`."""
    if get_origin(hint) in (Union, types.UnionType):
        rest = [arg for arg in get_args(hint) if arg is not type(None)]
        if len(rest) == 1:
            return rest[0]
    return hint


def bare_hint(hint: Any) -> Any:
    """The hint without annotations."""
    return get_args(hint)[0] if get_origin(hint) is typing.Annotated else hint


def element_records(record_type: type[Record]) -> Iterator[type[Record]]:
    """The record types that the fields of a record type hold, alone or in lists."""
    for _field, hint in fields_of(record_type):
        bare = bare_hint(hint)
        if get_origin(bare) is list:
            bare = bare_hint(get_args(bare)[0])
        if isinstance(bare, type) and issubclass(bare, Record):
            yield bare


def localized_texts(record: Record) -> Iterator[dict[str, str]]:
    """Every localized text of a record and of the records in it, in their order."""
    for field, hint in fields_of(type(record)):
        value = getattr(record, field)
        if value is None:
            continue
        if hint == Localized:
            yield value
        elif isinstance(value, Record):
            yield from localized_texts(value)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, Record):
                    yield from localized_texts(item)
