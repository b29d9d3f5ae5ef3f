"""A map of countries on its page: walked with Next, chosen by touch or key, gone with the visit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from tests.bridge.conftest import document, page, section, story
from tests.bridge.screens.conftest import Glass, Open

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "blocks" / "world.json"
EXAMPLE = json.loads(FIXTURE.read_text(encoding="utf-8"))
FIGURE = {"type": "figure", "value": 181, "label": {"en": "places to go"}, "asOf": "2021"}


def bundle() -> dict[str, Any]:
    """The small bundle with a page whose map lists countries, and one with a figure on its map."""
    made = document()
    source = made["sources"][0]["id"]
    listed = EXAMPLE | {"countries": EXAMPLE["countries"] | {"source": source}}
    bare = {name: part for name, part in EXAMPLE.items() if name != "countries"}
    pages = [page("list", listed), page("figure", FIGURE | {"source": source}, bare)]
    made["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    made["sections"] = [
        section("one", story("maps", *pages)),
        section("two", story("maps", *pages)),
    ]
    return made


@pytest.fixture
def glass(open_glass: Open) -> Glass:
    """The page with the list, on a large screen."""
    shown = open_glass(bundle(), (1920, 1080))
    shown.go("begin", ("openAddress", "one/maps/list"))
    return shown


def names(glass: Glass) -> list[str]:
    """The countries that are listed."""
    return [str(item.property("text")) for item in glass.items("WorldName")]


def tab(glass: Glass, words: str) -> QQuickItem:
    return next(item for item in glass.items("WorldTab") if item.property("label") == words)


def test_next_walks_through_the_regions_and_on(glass: Glass) -> None:
    assert names(glass) == []
    glass.go("next")
    assert names(glass) == ["Estonia", "Latvia", "Lithuania", "Malta"]
    glass.go("next")
    assert names(glass) == ["Japan", "Singapore"]
    glass.go("next", "next", "next", "next")
    assert glass.items("WorldTab") == []  # the next page


def test_a_region_is_chosen_by_a_touch_and_forgotten_with_the_visit(glass: Glass) -> None:
    glass.touch(tab(glass, "Asia"))
    assert names(glass) == ["Japan", "Singapore"]
    glass.go("startOver", "begin", ("openAddress", "one/maps/list"))
    assert names(glass) == []


def test_a_region_is_chosen_by_keys(glass: Glass) -> None:
    for _tries in range(20):
        glass.key(Qt.Key.Key_Tab)
        focused = glass.window.activeFocusItem()
        if focused is not None and focused.property("label") == "Europe":
            break
    glass.key(Qt.Key.Key_Return)
    assert names(glass) == ["Estonia", "Latvia", "Lithuania", "Malta"]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1024, 768)])
@pytest.mark.parametrize("text", ["standard", "largest"])
def test_a_figure_stands_on_a_map_without_a_list(
    open_glass: Open, size: tuple[int, int], text: str
) -> None:
    glass = open_glass(bundle(), size, text)
    glass.go("begin", ("openAddress", "one/maps/figure"))
    box = glass.place(glass.item("FigureView"))
    bar = glass.place(glass.item("NavBar"))
    assert box.width() > 200
    assert box.left() >= 0
    assert box.right() <= size[0]
    assert box.bottom() <= bar.top() + 1
    assert glass.items("WorldTab") == []
    assert glass.item("SourcesChip").isVisible()
