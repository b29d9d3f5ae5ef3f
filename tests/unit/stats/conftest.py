"""A small bundle with a quiz and a code, and a stand: the real machine with an observer."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.model import Bundle, decode
from kiosk.stats.names import names_of
from kiosk.stats.observer import Observer
from kiosk.stats.tally import Tally
from kiosk.visit import Rules, State, advance, outline_of, start_state
from kiosk.visit import events as ev

NOON = 1_795_867_200.0
"""2026-11-28 12:00 UTC."""


def words(text: str) -> dict[str, str]:
    return {"en": text, "lt": f"{text} (lt)"}


def page(name: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "title": words(name), "blocks": list(blocks)}


def story(name: str, *pages: dict[str, Any]) -> dict[str, Any]:
    tile = {"fact": words("1"), "drawing": "bars"}
    return {"id": name, "title": words(name), "tile": tile, "pages": list(pages)}


def section(name: str, *stories: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "title": words(name),
        "lead": words("Lead"),
        "icon": "mdi6.earth",
        "accent": "sea",
        "pattern": "link",
        "hero": stories[0]["id"],
        "stories": list(stories),
    }


def question(right: int) -> dict[str, Any]:
    answers = [{"text": words(str(n)), "correct": n == right} for n in range(3)]
    return {"question": words("?"), "answers": answers, "why": words("So."), "source": "web"}


TEXT = {"type": "text", "text": words("Some words")}
SOURCED = TEXT | {"source": "web"}
PRINTED = TEXT | {"source": "book"}
QUIZ = {"type": "quiz", "questions": [question(0), question(2)]}
CODE = {"type": "takeaway", "url": "https://example.org"}


def document() -> dict[str, Any]:
    """Section `a`: stories one (two pages), quiz; section `b`: story last with a code."""
    return {
        "format": 1,
        "id": "test",
        "version": "1",
        "title": words("Title"),
        "lead": words("Lead"),
        "mark": words("Mark"),
        "languages": [{"tag": "en", "name": "English"}, {"tag": "lt", "name": "Lietuvių"}],
        "fallback": "en",
        "attract": [{"scene": "bands", "line": words("Line")}],
        "sources": [
            {"id": "web", "publisher": "P", "title": "T", "url": "https://example.org/a"},
            {"id": "book", "publisher": "P", "title": "T"},
        ],
        "sections": [
            section(
                "a",
                story("one", page("first", SOURCED), page("second", PRINTED)),
                story("ask", page("quiz", QUIZ)),
            ),
            section("b", story("last", page("code", CODE, TEXT))),
        ],
    }


@pytest.fixture
def bundle() -> Bundle:
    return decode(json.dumps(document()).encode())


class Wall:
    """The system's clock, set by the test."""

    def __init__(self, seconds: float = NOON) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds


class Stand:
    """The real machine with something that watches; running time and the clock go together."""

    def __init__(self, bundle: Bundle, watching: Any, wall: Wall) -> None:
        self.rules = Rules(outline_of(bundle), "en")
        self.wall = wall
        self.now = 1000.0
        self.watching = watching
        self.state: State = start_state(self.rules, self.now)

    def clock(self) -> float:
        return self.now

    def post(self, event: ev.Event, after: float = 1.0) -> State:
        """Let time pass, then something happens."""
        self.now += after
        self.wall.seconds += after
        before = self.state
        self.state = advance(before, event, self.now, self.rules)
        self.watching.seen(before, event, self.state, self.rules)
        return self.state

    def do(self, *events: ev.Event, after: float = 1.0) -> State:
        for event in events:
            self.post(event, after)
        return self.state

    def rest(self) -> None:
        """Nobody touches it until it is back at the attract loop, ticked as the session does."""
        self.post(ev.Tick(), self.rules.idle_seconds)
        self.post(ev.Tick(), self.rules.warning_seconds)
        assert self.state.mode == "attract"


class Counted(Stand):
    """A stand with an observer, and what it has counted so far."""

    def __init__(self, bundle: Bundle, wall: Wall) -> None:
        self.tally = Tally(wall)
        self.ended = 0
        self.observer = Observer(self.tally, self._end)
        self.observer.use(names_of(bundle))
        super().__init__(bundle, self.observer, wall)
        self.counted: Counter[tuple[str, str]] = Counter()

    def _end(self) -> None:
        self.ended += 1

    def counts(self) -> dict[str, int]:
        """All counts since the beginning: "kind" or "kind item" to its number."""
        for (_day, _hour, kind, item), count in self.tally.take().items():
            self.counted[(kind, item)] += count
        return {" ".join(filter(None, key)): n for key, n in sorted(self.counted.items())}


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def stand(bundle: Bundle, wall: Wall) -> Counted:
    return Counted(bundle, wall)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "statistics.sqlite"
