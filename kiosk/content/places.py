"""The place of a problem in words: section, story, page, block, field, language. No disk, no Qt."""

from __future__ import annotations

from typing import Any

from kiosk.content.plain import get, is_list, is_object, listed, text
from kiosk.content.problems import Pointer, shortened
from kiosk.said import joined, marked, said

_BIG = {
    "sections": marked("section {number}"),
    "stories": marked("story {number}"),
    "pages": marked("page {number}"),
}
_SMALL = {
    "attract": marked("attract scene {number}"),
    "languages": marked("language {number}"),
    "sources": marked("source {number}"),
    "blocks": marked("block {number}"),
    "points": marked("point {number}"),
    "neighbours": marked("neighbour {number}"),
    "bars": marked("bar {number}"),
    "items": marked("number {number}"),
    "series": marked("series {number}"),
    "events": marked("event {number}"),
    "towns": marked("town {number}"),
    "via": marked("place {number} on the way"),
    "pins": marked("pin {number}"),
    "questions": marked("question {number}"),
    "answers": marked("answer {number}"),
    "codes": marked("code {number}"),
    "related": marked("related story {number}"),
}


def place(data: Any, pointer: Pointer) -> tuple[str, str]:
    """The place in two parts: down to the page, and inside it."""
    names = _language_names(data)
    big: list[str] = []
    small: list[str] = []
    here = data
    step = 0
    while step < len(pointer):
        name = pointer[step]
        here = _inside(here, name)
        number = pointer[step + 1] if step + 1 < len(pointer) else None
        if isinstance(name, str) and isinstance(number, int):
            here = _inside(here, number)
            parts = big if name in _BIG else small
            parts.append(_numbered(name, number, here))
            step += 2
        else:
            small.append(names.get(str(name), str(name)))
            step += 1
    return joined(*big, by=" › "), joined(*small, by=", ")


def _numbered(name: str, number: int, item: Any) -> str:
    if name in _BIG:
        title = _title(item)
        return joined(said(_BIG[name], number=number + 1), _quoted(title))
    marks = (text(item, key) for key in ("type", "scene", "tag", "id"))
    mark = shortened(next((mark for mark in marks if mark), ""), 40)
    template = _SMALL.get(name)
    what = said(template, number=number + 1) if template else f"{name} {number + 1}"
    return joined(what, f"({mark})" if mark else "")


def _quoted(title: str) -> str:
    return said("“{name}”", name=title) if title else ""


def _title(item: Any) -> str:
    titles = get(item, "title")
    texts = [each for each in titles.values() if isinstance(each, str)] if is_object(titles) else []
    return shortened(texts[0] if texts else text(item, "id"), 40)


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return get(data, step)
    return data[step] if is_list(data) and step < len(data) else None


def _language_names(data: Any) -> dict[str, str]:
    languages = listed(data, "languages")
    found = {text(each, "tag"): shortened(text(each, "name"), 40) for each in languages}
    return {tag: name for tag, name in found.items() if tag and name}
