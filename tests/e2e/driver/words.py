"""The words that visitors read: those of the interface from its catalogs, the rest from a bundle.

Reads the files as they are and not through the program, so that a mistake of the program shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

CHECKOUT = Path(__file__).resolve().parents[3]
SOFT_HYPHEN = "\u00ad"
FIRM_HYPHEN = "\u2011"
STEP_NAMES = {"quiz": "Next question", "route": "Next town"}
"""What *Next* is called while a block of a type has more steps."""


def plain(text: str) -> str:
    """A text as it is spoken: no soft hyphens, no line breaks, one kind of hyphen."""
    return " ".join(text.replace(SOFT_HYPHEN, "").replace(FIRM_HYPHEN, "-").split())


@cache
def _catalog(language: str) -> Catalog | None:
    file = CHECKOUT / "kiosk" / "locale" / language / "kiosk.po"
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def say(words: str, language: str = "en", *parts: object) -> str:
    """Words of the interface in a language; %1, %2 ... are replaced by `parts`."""
    catalog = _catalog(language)
    message = catalog.get(words) if catalog is not None else None
    text = str(message.string) if message is not None and message.string else words
    for number, part in enumerate(parts, 1):
        text = text.replace(f"%{number}", str(part))
    return text


@dataclass(frozen=True)
class Stop:
    """A page or step on the way through the content, and what *Next* is called there."""

    section: str
    story: str
    page: str
    title: str
    step: int
    steps: int
    number: int
    count: int
    label: str


class Content:
    """A bundle in one language, as far as somebody who walks through it needs it."""

    def __init__(self, language: str, file: Path = CHECKOUT / "content.json") -> None:
        self.language = language
        self.bundle: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))

    @property
    def title(self) -> str:
        """What home says."""
        return self.text(self.bundle["title"])

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The sections as they stand in the file."""
        return self.bundle["sections"]

    def text(self, texts: dict[str, str]) -> str:
        """A text in this language, or in the fallback."""
        return plain(texts.get(self.language) or texts[self.bundle["fallback"]])

    def stops(self, section: dict[str, Any]) -> Iterator[Stop]:
        """All pages and steps of a section in the order of *Next*."""
        stories = section["stories"]
        for index, story in enumerate(stories):
            yield from self._stops(section, story, last=index + 1 == len(stories))

    def _stops(
        self, section: dict[str, Any], story: dict[str, Any], *, last: bool
    ) -> Iterator[Stop]:
        pages = story["pages"]
        count = sum(map(steps_of, pages))
        number = 0
        for page in pages:
            for step in range(steps_of(page)):
                number += 1
                yield Stop(
                    section["id"], story["id"], page["id"], self.text(page["title"]),
                    step, steps_of(page), number, count,
                    self._label(page, step, at_end=number == count, last=last),
                )  # fmt: skip

    def _label(self, page: dict[str, Any], step: int, *, at_end: bool, last: bool) -> str:
        if at_end:
            words = "Other areas" if last else "Next story"
        else:
            names = [STEP_NAMES.get(block["type"], "Next") for block in page["blocks"]]
            words = names[-1] if step + 1 < steps_of(page) else "Next"
        return say(words, self.language)


def steps_of(page: dict[str, Any]) -> int:
    """How many steps *Next* takes on a page."""
    many = {"timeline": "events", "quiz": "questions", "route": "towns", "gallery": "pictures"}
    counts = [len(block[many[block["type"]]]) for block in page["blocks"] if block["type"] in many]
    return max([1, *counts])
