"""The line view: drawn once, the own series in amber, ends named apart, gaps and extremes."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

PORTRAIT = (1080, 1920)


def en(text: str) -> dict[str, str]:
    return {"en": text}


def series(*values: float | None, name: str = "", first: int = 2000, **more: Any) -> dict[str, Any]:
    points = [{"date": str(first + i), "value": value} for i, value in enumerate(values)]
    return {"points": points} | ({"name": en(name)} if name else {}) | more


def line(*all_series: dict[str, Any], **more: Any) -> dict[str, Any]:
    block = {"type": "line", "title": en("Payments"), "series": list(all_series)}
    return block | {"spoken": en("They rose."), "source": "a"} | more


LONG = ["Lithuania", "The average of the European Union", "Latvia and Estonia", "Neighbours"]
FOUR = [
    series(*(float((i * (7 + k)) % 23) for i in range(30)), name=name, first=1990)
    for k, name in enumerate(LONG)
]


def test_the_thread_is_drawn_once_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(line(series(1, 2, 3)), less=False, arrived=False)
    assert shown.view.property("progress") == 0
    shown.give(arrived=True)
    wait(700)
    assert 0 < shown.view.property("progress") < 1
    wait(1400)
    assert shown.view.property("progress") == 1
    shown.give(arrived=False)
    shown.give(arrived=True)
    assert shown.view.property("progress") == 1


def test_everything_is_there_at_once_when_nothing_shall_move(stage: Any) -> None:
    shown = stage.show(line(series(1, 2, 3)), less=True, arrived=False)
    assert shown.view.property("progress") == 1
    assert "3" in shown.words(shown.items("LineEnds")[0])


def test_values_have_the_decimals_of_the_block(stage: Any) -> None:
    shown = stage.show(line(series(95.2, 294.6), decimals=1))
    assert "294.6" in shown.words(shown.items("LineEnds")[0])
    assert "95.2" in shown.words(shown.items("LinePlot")[0])


def test_the_marked_series_is_the_thread_and_the_first_when_none_is(stage: Any) -> None:
    one, two = series(1, 2, name="One"), series(3, 4, name="Two")
    assert stage.show(line(one, two)).view.property("amber") == 0
    shown = stage.show(line(one, two | {"highlight": True}))
    assert shown.view.property("amber") == 1
    assert len(shown.items("SewnLine")) == 1
    assert len(shown.items("Thread")) == 1


def test_a_gap_is_no_value(stage: Any) -> None:
    shown = stage.show(line(series(1, 2, None, 4, 5)))
    assert len(shown.items("Thread")) == 2
    assert len(shown.items("RankingDot")) == 4
    assert "0" not in shown.words(shown.items("LinePlot")[0])


def test_a_series_that_ends_early_says_its_last_value(stage: Any) -> None:
    shown = stage.show(line(series(1, 7, None, name="One"), series(3, 4, 5, name="Two")))
    words = shown.words(shown.items("LineEnds")[0])
    assert words == ["7", "One", "5", "Two"]


def test_the_ends_are_spoken_with_their_names(stage: Any) -> None:
    shown = stage.show(line(series(1, 2, name="One"), series(3, 4, name="Two")))
    ends = shown.items("LineEnds")[0].childItems()
    spoken = [stage.call("spoken", item) for item in ends]
    assert [name for name in spoken if name] == ["One: 2", "Two: 4"]
    assert stage.call("spoken", shown.view) == "They rose."


def test_time_runs_to_the_right_in_a_mirrored_interface(stage: Any) -> None:
    shown = stage.show(line(series(1, 2)), mirrored=True)
    first, last = (shown.place(dot) for dot in shown.items("RankingDot"))
    assert first.left() < last.left()
    (title,) = shown.items("ChartTitle")
    assert shown.ink(title).right() == pytest.approx(shown.place(shown.view).right(), abs=2)


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("text", ["standard", "large", "largest"])
def test_four_series_with_long_names_keep_apart(
    stage: Any, size: tuple[int, int], text: str
) -> None:
    shown = stage.show(line(*FOUR, note=en("A note."), unit=en("per cent")), size, text=text)
    texts = shown.texts(shown.items("LineEnds")[0]) + shown.texts(shown.items("LinePlot")[0])
    texts += shown.texts(shown.items("LineAxis")[0])
    for one, other in itertools.combinations(texts, 2):
        common = shown.ink(one).intersected(shown.ink(other))
        least = 0.3 * one.property("font").pixelSize()
        assert min(common.width(), common.height()) <= least, (
            one.property("text"),
            other.property("text"),
        )
    edge = shown.place(shown.view)
    assert all(shown.ink(text).right() <= edge.right() + 1 for text in texts)
    u = min(min(size) / 1080, max(size) / 1920)
    assert all(text.property("font").pixelSize() >= 24 * u for text in texts)


@pytest.mark.parametrize("height", [150, 260, 400])
def test_a_low_room_scrolls_instead_of_crowding(stage: Any, height: int) -> None:
    shown = stage.show(line(*FOUR))
    room = stage.window.property("room")
    room.setHeight(height)
    stage.window.setProperty("room", room)
    shown.give(arrived=True)
    (column,) = shown.items("ScrollColumn")
    assert column.property("scrolls")
    ends = [shown.ink(text) for text in shown.texts(shown.items("LineEnds")[0])]
    for one, other in itertools.combinations(ends, 2):
        assert min(one.intersected(other).width(), one.intersected(other).height()) <= 8


@pytest.mark.parametrize(
    "block",
    [
        line(series(0, 0)),
        line(series(7, 7, 7)),
        line(series(-1e12, 1e12)),
        line(series(-3, -2, -1)),
        line(series(5, None)),
        line(series(*range(60), first=1000)),
        line(series(212, 268), fromZero=False),
        line(series(0.001, 0.002), decimals=3),
    ],
    ids=["zero", "equal", "huge", "negative", "one", "sixty", "not from zero", "tiny"],
)
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
def test_extremes_are_drawn(stage: Any, block: dict[str, Any], size: tuple[int, int]) -> None:
    shown = stage.show(block, size)
    plot = shown.place(shown.items("LinePlot")[0])
    assert plot.width() > 0.3 * shown.view.width()
    for dot in shown.items("RankingDot"):
        spot = shown.place(dot)
        assert plot.left() <= spot.x() <= plot.right()
        assert plot.top() - 1 <= spot.y() <= plot.bottom() + 1
