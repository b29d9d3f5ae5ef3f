"""Small numbers beside a chart: where it leaves them room, and what becomes of them where not."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.bridge.conftest import FIGURE, RANKING, document, page, section, story, text, words
from tests.bridge.screens.conftest import Glass, Open

ITEM = {"value": 38000, "label": text("people"), "asOf": "2021", "source": "a"}
FIGURES = {"type": "figures", "items": [ITEM, ITEM]}
NAMES = [{"edition": "2018", "place": p, "name": text(f"Country {p}")} for p in (1, 2, 3)]


def bundle(**ranking: Any) -> dict[str, Any]:
    """A page with a number, a chart with names and two small numbers after it."""
    made = document()
    chart = copy.deepcopy(RANKING) | {"neighbours": NAMES} | ranking
    made["sections"][0] = section(
        "one", story("first", page("climb", FIGURE, words(source="a"), chart, FIGURES))
    )
    return made


def shown(open_glass: Open, size: tuple[int, int], size_of_text: str, **ranking: Any) -> Glass:
    glass = open_glass(bundle(**ranking), size, size_of_text)
    glass.go("begin", ("openAddress", "one/first"))
    return glass


def inside(glass: Glass, kind: str) -> bool:
    """Whether the small numbers stand in an item of this type."""
    outer = glass.items(kind)
    numbers = glass.place(glass.item("FiguresView"))
    return any(glass.place(one).contains(numbers.center()) for one in outer)


@pytest.mark.parametrize("size", [(1920, 1080), (2560, 1440)])
def test_numbers_stand_below_the_names_of_a_chart(open_glass: Open, size: tuple[int, int]) -> None:
    glass = shown(open_glass, size, "standard")
    assert inside(glass, "EvidenceSide")
    assert not inside(glass, "StoryColumn")
    numbers = glass.place(glass.item("FiguresView"))
    names = [glass.place(name) for name in glass.items("RankingName")]
    assert len(names) == 4
    assert max(name.bottom() for name in names) <= numbers.top()
    assert numbers.left() >= glass.place(glass.item("RankingPlot")).right()


def test_upright_they_stand_at_the_foot_of_the_page(open_glass: Open) -> None:
    glass = shown(open_glass, (1080, 1920), "standard")
    numbers = glass.place(glass.item("FiguresView"))
    assert glass.place(glass.item("RankingView")).bottom() <= numbers.top()
    assert numbers.bottom() <= glass.place(glass.item("NavBar")).top()
    assert numbers.right() <= glass.place(glass.item("SourcesChip")).left()


@pytest.mark.parametrize("size_of_text", ["large", "largest"])
def test_larger_text_brings_them_into_the_story(open_glass: Open, size_of_text: str) -> None:
    glass = shown(open_glass, (1920, 1080), size_of_text)
    assert len(glass.items("FiguresView")) == 1
    assert glass.place(glass.item("FiguresView")).left() < 200


def test_names_that_reach_the_foot_bring_them_into_the_story(open_glass: Open) -> None:
    low = [{"edition": "2018", "place": p, "name": text(f"Country {p}")} for p in (55, 56)]
    points = [{"edition": "2017", "place": 4}, {"edition": "2018", "place": 57}]
    glass = shown(open_glass, (1920, 1080), "standard", neighbours=low, points=points)
    assert len(glass.items("FiguresView")) == 1
    assert glass.place(glass.item("FiguresView")).left() < 200
