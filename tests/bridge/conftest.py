"""A small bundle behind a real presenter and session, with a clock that stands until it is set."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QObject

from kiosk.bridge.presenter import Presenter
from kiosk.bridge.session import Session
from kiosk.content.model import Bundle, decode
from kiosk.visit import Rules, outline_of


def text(english: str, lithuanian: str | None = None) -> dict[str, str]:
    """A text in both languages of the test bundle, or in English only."""
    return {"en": english} if lithuanian is None else {"en": english, "lt": lithuanian}


def page(name: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A page with these blocks, and what else it has."""
    return {"id": name, "title": text(name, f"{name} lt"), "blocks": list(blocks), **more}


def story(name: str, *pages: dict[str, Any]) -> dict[str, Any]:
    """A story with these pages."""
    tile = {"fact": text("1 of 2", "1 iš 2"), "drawing": "bars"}
    return {"id": name, "title": text(name, f"{name} lt"), "tile": tile, "pages": list(pages)}


def words(english: str = "Some words", source: str | None = None) -> dict[str, Any]:
    """A text block; only in English, so that Lithuanian has to fall back."""
    block: dict[str, Any] = {"type": "text", "text": text(english)}
    return block | ({"source": source} if source else {})


NOTES = text("Say hello", "Pasisveikinkite")
FIGURE = {
    "type": "figure",
    "value": 9724.5,
    "decimals": 1,
    "label": text("trips", "kelionės"),
    "asOf": "2020-08-23",
    "source": "b",
}
RANKING = {
    "type": "ranking",
    "title": text("Place", "Vieta"),
    "points": [{"edition": "2017", "place": 57}, {"edition": "2018", "place": 4}],
    "spoken": text("From 57th to 4th", "Iš 57-osios į 4-ąją"),
    "source": "a",
}
QUIZ = {
    "type": "quiz",
    "questions": [
        {
            "question": text(f"Question {n}?", f"Klausimas {n}?"),
            "answers": [
                {"text": text("Yes", "Taip"), "correct": True},
                {"text": text("No", "Ne")},
            ],
            "why": text("Because.", "Todėl."),
            "source": "a",
        }
        for n in (1, 2)
    ],
}


def section(name: str, *stories: dict[str, Any]) -> dict[str, Any]:
    """A section with these stories; the first one is its hero."""
    return {
        "id": name,
        "title": text(name, f"{name} lt"),
        "lead": text("A lead", "Įvadas"),
        "icon": "mdi6.earth",
        "accent": "sea",
        "pattern": "link",
        "hero": stories[0]["id"],
        "stories": list(stories),
    }


def document() -> dict[str, Any]:
    """Two sections: `one` with a page of two blocks and a quiz, `two` with a single page.

    Nothing of it is shared: a test may change what it likes.
    """
    made = {
        "format": 1,
        "id": "test",
        "version": "1",
        "title": text("Title", "Pavadinimas"),
        "lead": text("Lead", "Įvadas"),
        "mark": text("Mark", "Ženklas"),
        "languages": [{"tag": "en", "name": "English"}, {"tag": "lt", "name": "Lietuvių"}],
        "fallback": "en",
        "attract": [{"scene": "ranking", "story": "one/first", "line": text("Line", "Eilutė")}],
        "sources": [
            {"id": "a", "publisher": "A", "title": "About A", "year": 2019},
            {"id": "b", "publisher": "B", "title": "About B"},
        ],
        "sections": [
            section(
                "one",
                story(
                    "first",
                    page("start", FIGURE, words(source="a"), RANKING, notes=NOTES),
                    page("quiz", QUIZ),
                ),
                story("second", page("only", words())),
            ),
            section("two", story("third", page("last", words()))),
        ],
    }
    return copy.deepcopy(made)


@pytest.fixture
def bundle() -> Bundle:
    """The test bundle, decoded."""
    return decode(json.dumps(document()).encode())


@dataclass
class FakeDesk:
    """A staff desk with a known PIN and a lock that the test sets."""

    pin: str = "271828"
    locked: float = 0.0
    tried: list[str] = field(default_factory=list[str])
    stand_name: str = "Kiosk 3"
    settings: Any = None
    versions: Any = None
    facts: Any = None
    reset: Any = None
    sticks: Any = None

    def has_pin(self) -> bool:
        return bool(self.pin)

    def locked_seconds(self) -> float:
        return self.locked

    def accepts(self, pin: str) -> bool:
        self.tried.append(pin)
        return pin == self.pin


@dataclass
class Clock:
    """Seconds, set by the test."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def session(qapp: object, bundle: Bundle, clock: Clock, desk: FakeDesk) -> Iterator[Session]:
    """A session on the attract screen."""
    owner = QObject()
    presenter = Presenter(bundle, lambda name: f"image://picture/{name}", str.upper, owner)
    made = Session(presenter, Rules(outline_of(bundle), "en"), desk, clock, owner)
    yield made
    owner.deleteLater()


Walk = Callable[..., None]


@pytest.fixture
def walk(session: Session, clock: Clock) -> Walk:
    """Call slots of the session one after the other, a second apart: ("begin", ...)."""

    def steps(*calls: str | tuple[Any, ...]) -> None:
        for call in calls:
            clock.pass_by(1)
            name, *arguments = (call,) if isinstance(call, str) else call
            getattr(session, name)(*arguments)

    return steps
