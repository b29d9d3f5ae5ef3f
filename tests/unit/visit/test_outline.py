"""The outline says how many of what a bundle has, and which answers its questions offer."""

from __future__ import annotations

import json
from typing import Any

from kiosk.content.model import decode
from kiosk.visit import outline_of
from kiosk.visit.outline import PageOutline


def text(words: str) -> dict[str, str]:
    return {"en": words}


def quiz(*answer_counts: int) -> dict[str, Any]:
    questions = [
        {
            "question": text("How many?"),
            "answers": [{"text": text(str(n)), "correct": n == 0} for n in range(count)],
            "why": text("So many."),
            "source": "book",
        }
        for count in answer_counts
    ]
    return {"type": "quiz", "questions": questions}


def timeline(years: int) -> dict[str, Any]:
    events = [
        {"date": str(1990 + number), "title": text("It happened"), "source": "book"}
        for number in range(years)
    ]
    return {"type": "timeline", "events": events, "spoken": text("Years")}


PARAGRAPH: dict[str, Any] = {"type": "text", "text": {"en": "A paragraph."}}


def page(name: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "title": text(name), "blocks": list(blocks)}


def story(name: str, *pages: dict[str, Any]) -> dict[str, Any]:
    tile = {"fact": text("fact"), "drawing": "dots"}
    return {"id": name, "title": text(name), "tile": tile, "pages": list(pages)}


def section(name: str, *stories: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "title": text(name),
        "lead": text(name),
        "icon": "mdi6.map",
        "accent": "sea",
        "pattern": "link",
        "hero": "one",
        "stories": list(stories),
    }


def outline_from(*sections: dict[str, Any]) -> Any:
    bundle = {
        "format": 1,
        "id": "small",
        "version": "1",
        "title": text("Small"),
        "lead": text("Lead"),
        "mark": text("S"),
        "languages": [{"tag": "en", "name": "English"}, {"tag": "lt", "name": "Lietuvių"}],
        "fallback": "en",
        "attract": [{"scene": "bands", "line": text("Line")}],
        "sections": list(sections),
    }
    return outline_of(decode(json.dumps(bundle).encode()))


def test_pages_count_their_steps_and_questions_their_answers() -> None:
    outline = outline_from(
        section(
            "first",
            story("one", page("plain", PARAGRAPH), page("years", timeline(4), PARAGRAPH)),
            story("two", page("questions", quiz(2, 4, 3))),
        ),
        section("second", story("one", page("plain", PARAGRAPH))),
    )
    plain, years = outline.sections[0].stories[0].pages
    assert plain == PageOutline(1, (0,))
    assert years == PageOutline(4, (0, 0, 0, 0))
    assert outline.sections[0].stories[1].pages == (PageOutline(3, (2, 4, 3)),)
    assert [len(section.stories) for section in outline.sections] == [2, 1]


def test_the_pager_counts_all_steps_of_all_pages() -> None:
    outline = outline_from(
        section("first", story("one", page("plain", PARAGRAPH), page("years", timeline(4)))),
        section("second", story("one", page("plain", PARAGRAPH))),
    )
    assert outline.sections[0].stories[0].pager_count == 5


def test_the_outline_names_the_languages_in_the_bundles_order() -> None:
    small = section("first", story("one", page("plain", PARAGRAPH)))
    assert outline_from(small, small).languages == ("en", "lt")
