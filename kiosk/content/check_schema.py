"""What the model refuses, piece by piece: bundle, section, story, page and each block by its type.

A piece that decodes is not looked at any further; one that does not goes through its own part of
the generated JSON Schema, so that every message is about that piece alone. No disk, no Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, cast

import msgspec

from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.check_words import translate
from kiosk.content.model import Bundle, Page, Section, Story
from kiosk.content.plain import is_object, listed
from kiosk.content.problems import Finding, Pointer, did_you_mean
from kiosk.content.schema import bundle_schema
from kiosk.content.survey import block_kind
from kiosk.said import joined, said

_RECORDS = {"Bundle": Bundle, "Section": Section, "Story": Story, "Page": Page}
_HOLDERS = {"Bundle": "sections", "Section": "stories", "Story": "pages", "Page": "blocks"}
_INSIDE = {"Bundle": "Section", "Section": "Story", "Story": "Page"}
_STEP = re.compile(r"\.([A-Za-z$]\w*)|\[(\d+)\]")


def _is_whole(_checker: Any, value: Any) -> bool:
    """As the model sees it: 5.0 and true are no whole numbers."""
    return type(value) is int


@cache
def _strict() -> Any:
    """The validator's class. A bundle that decodes does not wait for the package to load."""
    from jsonschema import Draft202012Validator, validators

    return cast("Any", validators).extend(
        Draft202012Validator,
        type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole),
    )


def schema_findings(data: Any) -> list[Finding]:
    """Everything that keeps the plain data from decoding as a bundle."""
    return list(_piece("Bundle", data, ()))


def _piece(name: str, data: Any, pointer: Pointer) -> Iterator[Finding]:
    try:
        msgspec.convert(data, _RECORDS[name])
    except msgspec.ValidationError as error:
        found = list(_inner(name, data, pointer))
        yield from found or [_from_model(str(error), pointer)]


def _inner(name: str, data: Any, pointer: Pointer) -> Iterator[Finding]:
    yield from translate(_validator(name).iter_errors(data), pointer)
    holder = _HOLDERS[name]
    for index, item in enumerate(listed(data, holder)):
        here = (*pointer, holder, index)
        if name in _INSIDE:
            yield from _piece(_INSIDE[name], item, here)
        else:
            yield from _block(item, here)


def _block(data: Any, pointer: Pointer) -> Iterator[Finding]:
    kind = block_kind(data)
    if kind is None:
        yield _unknown_block(data, pointer)
        return
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        found = list(translate(_validator(kind.__name__).iter_errors(data), pointer))
        yield from found or [_from_model(str(error), pointer)]


def _unknown_block(data: Any, pointer: Pointer) -> Finding:
    known = said("Block types: {listed}.", listed=", ".join(sorted(BLOCK_TYPES)))
    if not is_object(data):
        words = said("A block must be an object in braces {…} with a “type”.")
        return Finding(code="E113", words=words, fix=known, pointer=pointer)
    if "type" not in data:
        words = said("This block does not say its “type”.")
        return Finding(code="E112", words=words, fix=known, pointer=(*pointer, "type"))
    name = str(data["type"])
    words = joined(
        said("“{name}” is not a block type.", name=name), did_you_mean(name, BLOCK_TYPES)
    )
    return Finding(code="E118", words=words, fix=known, pointer=(*pointer, "type"))


@cache
def _validator(name: str) -> Any:
    """The validator of one record; what is checked as a piece of its own is left open in it."""
    definitions = bundle_schema()["$defs"]
    definition = deepcopy(definitions[name])
    if name in _HOLDERS:
        definition["properties"][_HOLDERS[name]].pop("items")
    return _strict()({**definition, "$defs": definitions})


def _from_model(message: str, pointer: Pointer = ()) -> Finding:
    """The model's own words, for what the schema cannot say."""
    words, _, path = message.partition(" - at ")
    for name, index in _STEP.findall(path.strip("`")):
        pointer = (*pointer, name or int(index))
    return Finding(
        code="E113",
        words=said("It does not follow the format: {message}.", message=words.replace("`", "")),
        fix=said("Compare with the block reference in docs/blocks.md."),
        pointer=pointer,
    )
