"""Words for staff that can be said in another language later: a template and what fills it.

`said("“{name}” is empty.", name=path)` is the English sentence, a plain text for whoever wants
one; it also keeps the template, by which `in_language` finds the sentence of another language in
the catalogs. What fills a template may itself be said. Templates are collected by `make gen` from
calls of `said` and `marked`. Imports nothing of the kiosk, so that a start is fast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

_TEMPLATE, _PARTS = "template", "parts"


class Said(str):
    """An English text that remembers what it was made of."""

    template: str
    parts: Mapping[str, object]


def said(template: str, **parts: object) -> Said:
    """The English text of a template, each {name} in it replaced by the part of that name."""
    text = Said(template.format(**parts) if parts else template)
    text.template = template
    text.parts = parts
    return text


def marked(template: str) -> str:
    """A template that stands in a table and is said later."""
    return template


def joined(*texts: str, by: str = " ") -> str:
    """Texts one after the other without the empty ones; each is still said in any language."""
    some = [text for text in texts if text]
    if len(some) < 2:
        return some[0] if some else ""
    frame = by.replace("{", "{{").replace("}", "}}").join(f"{{p{n}}}" for n in range(len(some)))
    return said(frame, **{f"p{n}": text for n, text in enumerate(some)})


def in_language(text: str, look_up: Callable[[str], str]) -> str:
    """A text in the language of `look_up`, which knows the sentence of a template.

    What was never said (a name, a number, somebody's own words) stays as it is.
    """
    if not isinstance(text, Said):
        return text
    template = look_up(text.template)
    if not text.parts:
        return template
    parts = {
        name: in_language(part, look_up) if isinstance(part, str) else part
        for name, part in text.parts.items()
    }
    return template.format(**parts)


def packed(text: str) -> Any:
    """A text for JSON: a plain one as it is, a said one with its template and its parts."""
    if not isinstance(text, Said):
        return text
    parts = {
        name: packed(part) if isinstance(part, str) else str(part)
        for name, part in text.parts.items()
    }
    return {_TEMPLATE: text.template, _PARTS: parts}


def unpacked(data: Any) -> str:
    """The text of `packed`. Raises `ValueError` for what it has not made."""
    if isinstance(data, str):
        return data
    if not isinstance(data, dict):
        raise ValueError("neither a text nor a template with its parts")
    found = cast("dict[str, Any]", data)
    template, parts = found.get(_TEMPLATE), found.get(_PARTS)
    if not isinstance(template, str) or not isinstance(parts, dict):
        raise ValueError("a template without its parts")
    filled = {name: unpacked(part) for name, part in cast("dict[str, Any]", parts).items()}
    try:
        return said(template, **filled)
    except (KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"a template that does not fit its parts: {error}") from None
