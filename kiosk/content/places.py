"""The place of a problem in words: section, story, page, block, field, language. No disk, no Qt."""

from __future__ import annotations

from typing import Any

from kiosk.content.plain import get, is_list, is_object, listed, text
from kiosk.content.problems import Pointer, shortened

_BIG = {"sections": "section", "stories": "story", "pages": "page"}
_SMALL = {
    "attract": "attract scene",
    "languages": "language",
    "sources": "source",
    "blocks": "block",
    "points": "point",
    "neighbours": "neighbour",
    "bars": "bar",
    "items": "number",
    "series": "series",
    "events": "event",
    "towns": "town",
    "via": "place on the way",
    "pins": "pin",
    "questions": "question",
    "answers": "answer",
    "codes": "code",
    "related": "related story",
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
    return " › ".join(big), ", ".join(small)


def _numbered(name: str, number: int, item: Any) -> str:
    if name in _BIG:
        title = _title(item)
        return f"{_BIG[name]} {number + 1}{f' “{title}”' if title else ''}"
    marks = (text(item, key) for key in ("type", "scene", "tag", "id"))
    mark = shortened(next((mark for mark in marks if mark), ""), 40)
    return f"{_SMALL.get(name, name)} {number + 1}{f' ({mark})' if mark else ''}"


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
