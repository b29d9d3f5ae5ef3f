"""A tolerant walk over the plain data of a bundle along the model's own types.

It gathers the texts, names and blocks that the checks look at, also from a bundle that does not
decode: whatever has the wrong type is passed over (the schema check names it). A new block type
needs no line here. No disk, no Qt.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.blocks.base import Block
from kiosk.content.model import Bundle
from kiosk.content.plain import is_list, is_object, text
from kiosk.content.problems import Pointer
from kiosk.content.values import AssetPath, IconName, Id, IsoDate, LanguageTag, Localized, Record

ROLES: tuple[tuple[Any, str], ...] = (
    (Localized, "texts"),
    (AssetPath, "assets"),
    (IconName, "icons"),
    (IsoDate, "dates"),
    (LanguageTag, "tags"),
)


class Leaf(NamedTuple):
    """A value of interest and where it stands."""

    pointer: Pointer
    value: Any


class BlockPiece(NamedTuple):
    """A block: its plain data, its type's Struct, and the decoded record if it decodes."""

    pointer: Pointer
    data: dict[str, Any]
    kind: type[Block]
    record: Block | None


class Survey:
    """Everything that the checks look at, in the order of the document."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.leaves: dict[str, list[Leaf]] = {}
        self.blocks: list[BlockPiece] = []
        self._record(Bundle, data, ())

    def of(self, role: str) -> list[Leaf]:
        """The leaves of one role: texts, plain, assets, icons, dates, tags, sources, ids."""
        return self.leaves.get(role, [])

    def _record(self, kind: type[Record], data: Any, pointer: Pointer) -> None:
        if not is_object(data):
            return
        for name, plan in _plan(kind):
            if name in data:
                self._value(plan, data[name], (*pointer, name))

    def _value(self, plan: tuple[str, Any], value: Any, pointer: Pointer) -> None:
        role, kind = plan
        if role == "list":
            for index, item in enumerate(value if is_list(value) else ()):
                self._value(kind, item, (*pointer, index))
        elif role == "record":
            self._record(kind, value, pointer)
        elif role == "block":
            self._block(value, pointer)
        elif isinstance(value, dict if role == "texts" else str):
            self.leaves.setdefault(role, []).append(Leaf(pointer, value))

    def _block(self, data: Any, pointer: Pointer) -> None:
        kind = block_kind(data)
        if kind is None:
            return
        try:
            record = msgspec.convert(data, kind)
        except (msgspec.ValidationError, RecursionError):
            record = None
        self.blocks.append(BlockPiece(pointer, data, kind, record))
        self._record(kind, data, pointer)


def block_kind(data: Any) -> type[Block] | None:
    """The Struct of a block's plain data, None when its type is missing or unknown."""
    return BLOCK_TYPES.get(text(data, "type"))


@cache
def _plan(kind: type[Record]) -> tuple[tuple[str, tuple[str, Any]], ...]:
    """The fields of a record that matter here: JSON key and what it holds."""
    fields = msgspec.structs.fields(kind)
    plans = ((field.encode_name, _role(field.encode_name, field.type)) for field in fields)
    return tuple((name, plan) for name, plan in plans if plan is not None)


def _role(name: str, hint: Any) -> tuple[str, Any] | None:
    if get_origin(hint) in {Union, types.UnionType}:
        choices = [choice for choice in get_args(hint) if choice is not type(None)]
        if all(isinstance(choice, type) and issubclass(choice, Block) for choice in choices):
            return "block", None
        return _role(name, choices[0]) if len(choices) == 1 else None
    for known, role in ROLES:
        if hint == known:
            return role, None
    if hint == Id:
        return ("sources" if name == "source" else "ids"), None
    return _compound(name, get_args(hint)[0] if get_origin(hint) is Annotated else hint)


def _compound(name: str, hint: Any) -> tuple[str, Any] | None:
    if hint is str:
        return "plain", None
    if get_origin(hint) is list:
        inner = _role(name, get_args(hint)[0])
        return ("list", inner) if inner else None
    if isinstance(hint, type) and issubclass(hint, Record):
        return "record", hint
    return None
