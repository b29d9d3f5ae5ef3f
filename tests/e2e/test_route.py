"""The Baltic Way drawn by a finger on the glass of the real kiosk."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, say
from tests.e2e.steps import go_home, open_story

PAUSE_SECONDS = 0.15
"""Between two towns; the light needs no longer from one to the next."""


def route_of(content: Content) -> tuple[dict[str, Any], dict[str, Any], int, dict[str, Any]]:
    """The first route of a bundle: section, story, number of its page, and the block."""
    for section in content.sections:
        for story in section["stories"]:
            for number, page in enumerate(story["pages"]):
                for block in page["blocks"]:
                    if block["type"] == "route":
                        return section, story, number, block
    raise AssertionError("the bundle has no route")


def name_of(content: Content, town: dict[str, Any]) -> str:
    """What the screen reader calls a town."""
    return say("%1, %2 km", content.language, content.text(town["name"]), town["km"])


def draw(kiosk: Kiosk, names: list[str], reached: str) -> None:
    """Put the finger on the first of these towns and slide through the others; lift it when the
    light, which runs after it, is there and this stands on the screen."""
    places = [kiosk.target(name).centre for name in names]
    finger = kiosk.stand.finger
    with finger.held(places[0]):
        for (x1, y1), (x2, y2) in pairwise(places):
            for step in range(1, 9):
                finger.slide((x1 + (x2 - x1) * step // 8, y1 + (y2 - y1) * step // 8))
            time.sleep(PAUSE_SECONDS)
        kiosk.see(reached)


@pytest.mark.timeout(120)
def test_the_way_is_drawn_by_a_finger(run: Run) -> None:
    """Half of it, and it waits; the rest, and the line says what it has become; and all over."""
    content = Content("en")
    section, story, page, block = route_of(content)
    kiosk = run()
    go_home(kiosk)
    open_story(kiosk, content, section, story)
    for _ in range(page):
        kiosk.tap(say("Next"))
    kiosk.see(content.text(block["title"]))
    names = [name_of(content, town) for town in block["towns"]]
    half = len(names) // 2
    numbers = [stop.number for stop in content.stops(section) if stop.story == story["id"]]
    assert numbers
    kiosk.see(say("%1 km", "en", 0))
    draw(kiosk, names[: half + 1], say("%1 of %2", "en", page + 1 + half, len(numbers)))
    kiosk.see(content.text(block["towns"][half]["name"]))
    kiosk.tap(say("Next town"))
    kiosk.see(say("%1 of %2", "en", page + 2 + half, len(numbers)))
    draw(kiosk, names[half + 1 :], say("%1 of %2", "en", page + len(names), len(numbers)))
    kiosk.see(content.text(block["closing"]["word"]))
    kiosk.see(content.text(block["closing"]["text"]))
    kiosk.tap(say("Start again"))
    kiosk.see(say("%1 km", "en", 0))
    kiosk.see(say("%1 of %2", "en", page + 1, len(numbers)))
