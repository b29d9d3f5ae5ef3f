"""Keyboard and switch: what has the focus can be seen, and the last question can be answered."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem

from tests.bridge.conftest import FIGURE, QUIZ, RANKING, document, page, section, story, text, words
from tests.bridge.screens.conftest import Glass, Open, wait

SIZES = [(1280, 720), (720, 1280)]
STEPS = 60
"""More than any screen of this bundle has targets."""

TIMELINE = {
    "type": "timeline",
    "spoken": text("Many years"),
    "events": [
        {"date": f"{1990 + 2 * n}-05-17", "title": text(f"Event {n}"), "source": "a"}
        for n in range(9)
    ],
}


def kiosk() -> dict[str, Any]:
    """Everything that scrolls: many stories, many years, more text than a page has room for."""
    made = document()
    pages = [
        page("years", TIMELINE),
        page("long", words("Some words that go on. " * 40), RANKING),
        page("figure", FIGURE, words(source="a")),
        page("quiz", QUIZ),
    ]
    more = [story(f"s{n}", page("p", words())) for n in range(8)]
    made["sections"][0] = section("one", story("first", *pages), *more)
    return made


WAYS = {
    "home": [],
    "section": [("openSection", "one")],
    "years": [("openStory", "one", "first")],
    "long": [("openAddress", "one/first/long")],
    "figure": [("openAddress", "one/first/figure")],
    "quiz": [("openAddress", "one/first/quiz")],
    "language": [("openPanel", "language")],
    "accessibility": [("openPanel", "accessibility")],
    "sources": [("openAddress", "one/first/figure"), ("openPanel", "sources")],
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("letters", ["standard", "largest"])
@pytest.mark.parametrize("way", WAYS)
def test_what_tab_reaches_is_in_the_window(
    open_glass: Open, way: str, letters: str, size: tuple[int, int]
) -> None:
    glass = open_glass(kiosk(), size, letters)
    glass.go("begin", *WAYS[way])
    window = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    met: list[QQuickItem] = []
    for _step in range(STEPS):
        glass.key(Qt.Key.Key_Tab)
        item = glass.window.activeFocusItem()
        assert item is not None
        if item in met:
            break
        met.append(item)
        box = glass.place(item)
        assert window.contains(box), f"{item.metaObject().className()} at {box}"
    assert len(met) > 2


# --- the question at the end of patience ---------------------------------------------------------


@pytest.fixture
def asked(open_glass: Open) -> Glass:
    """A section under the question."""
    glass = open_glass(document())
    glass.go("begin", ("openSection", "one"))
    glass.clock.pass_by(62)
    glass.session.tick()
    wait(60)
    assert glass.session.property("mode") == "warning"
    return glass


def focused(glass: Glass) -> str:
    item = glass.window.activeFocusItem()
    return item.property("text") if item is not None else ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_start_over_is_reached_and_pressed_by_keys(asked: Glass, key: Qt.Key) -> None:
    for _step in range(2):
        if focused(asked) != "Start over":
            asked.key(key)
    assert focused(asked) == "Start over"
    assert asked.session.property("mode") == "warning"
    asked.key(Qt.Key.Key_Return)
    assert asked.session.property("mode") == "attract"


def test_keys_walk_between_the_two_answers_only(asked: Glass) -> None:
    met = set()
    for _step in range(5):
        asked.key(Qt.Key.Key_Tab)
        met.add(focused(asked))
    assert met == {"Keep going", "Start over"}


def test_ok_on_the_first_answer_keeps_the_visit(asked: Glass) -> None:
    asked.key(Qt.Key.Key_Return)
    assert asked.session.property("mode") == "browsing"
    assert asked.session.property("screen") == "section"


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_any_other_key_keeps_the_visit(asked: Glass, key: Qt.Key) -> None:
    asked.key(key)
    assert asked.session.property("mode") == "browsing"
    assert asked.session.property("screen") == "section"
