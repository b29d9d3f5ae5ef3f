"""Ways through the kiosk that several tests take."""

from __future__ import annotations

import time
from typing import Any

from tests.e2e.driver import Content, Kiosk, Node, plain, say

LANGUAGES = ("en", "lt")
CALM_SECONDS = 0.42
"""After a rest as long as this no tap counts as the second half of a double tap."""


def go_home(kiosk: Kiosk, language: str = "en") -> None:
    """From the attract loop to home."""
    kiosk.begin()
    kiosk.see(Content(language).title)


def step_home(kiosk: Kiosk) -> bool:
    """One step on the way home from wherever a visitor may be; true when there."""
    named = {plain(node.name): node for node in kiosk.nodes() if node.usable}
    titles = {Content(language).title for language in LANGUAGES}
    away = {say(words, each) for words in ("Back", "Are you still there?") for each in LANGUAGES}
    if titles & named.keys() and not away & named.keys():
        return True
    for words in ("Keep going", "Back to visitors", "Keep running", "Home", "Touch to begin"):
        for language in LANGUAGES:
            node = named.get(say(words, language))
            if node is not None and node.role == "push button":
                time.sleep(CALM_SECONDS)
                kiosk.stand.finger.tap(node.centre)
                return False
    return False


def bring_up(kiosk: Kiosk, name: str, language: str = "en") -> None:
    """Move the tiles of a section with the arrows until one is wholly on the screen.

    Tiles far off the screen have not been made yet.
    """
    for _ in range(10):
        nodes = kiosk.rest()
        if any(inside(kiosk, node) for node in kiosk.named(name, nodes)):
            return
        kiosk.tap(say("More stories", language))
        kiosk.wait("the tiles to move", lambda nodes=nodes: kiosk.nodes() != nodes)
    raise AssertionError(f"{name!r} cannot be brought on the screen\n{kiosk.describe()}")


def inside(kiosk: Kiosk, node: Node) -> bool:
    """Whether the whole of a node lies on the screen."""
    width, height = kiosk.stand.size
    right, bottom = node.x + node.width, node.y + node.height
    return node.x >= 0 and node.y >= 0 and right <= width and bottom <= height


def open_story(
    kiosk: Kiosk, content: Content, section: dict[str, Any], story: dict[str, Any]
) -> None:
    """From home into a section and to the first page of a story."""
    kiosk.tap(content.text(section["title"]))
    name = content.text(story["title"])
    kiosk.see(content.text(section["lead"]))
    bring_up(kiosk, name, content.language)
    kiosk.tap(name)
    kiosk.see(content.text(story["pages"][0]["title"]))
    kiosk.miss(content.text(section["lead"]))


def quiz_of(content: Content) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The first quiz of a bundle whose story begins with it: section, story and block."""
    for section in content.sections:
        for story in section["stories"]:
            for block in story["pages"][0]["blocks"]:
                if block["type"] == "quiz":
                    return section, story, block
    raise AssertionError("the bundle has no quiz")


def is_set(kiosk: Kiosk, name: str) -> bool:
    """Whether a choice of a panel is the chosen one."""
    found = [node for node in kiosk.targets() if plain(node.name) == plain(name)]
    return any({"checked", "selected", "pressed"} & node.states for node in found)


def choices(kiosk: Kiosk, *names: str) -> list[str]:
    """Those of these choices that are chosen now."""
    return [name for name in names if is_set(kiosk, name)]
