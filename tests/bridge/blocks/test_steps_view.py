"""Steps: all in view, as large as they may be, joined by the thread."""

from __future__ import annotations

import itertools
from typing import Any

import pytest


def en(text: str) -> dict[str, str]:
    return {"en": text}


def steps(count: int, text: str = "A sentence that says how.", **more: Any) -> dict[str, Any]:
    items = [{"title": en(f"Step {i}"), "text": en(text)} for i in range(count)]
    return {"type": "steps", "steps": items, "source": "a"} | more


def row_boxes(shown: Any) -> list[Any]:
    return [shown.place(row) for row in shown.items("StepsRow")]


@pytest.mark.parametrize("count", [2, 6])
def test_steps_stand_below_each_other_with_the_thread_between(stage: Any, count: int) -> None:
    shown = stage.show(steps(count))
    boxes = row_boxes(shown)
    assert len(boxes) == count
    assert all(a.bottom() < b.top() for a, b in itertools.pairwise(boxes))
    threads = [shown.place(thread) for thread in shown.items("StepsThread")]
    assert len(threads) == count - 1
    assert len({round(thread.center().x()) for thread in threads}) == 1
    for (above, below), thread in zip(itertools.pairwise(boxes), threads, strict=True):
        assert above.top() < thread.top() < thread.bottom() < below.bottom()
    digits = [word for word in shown.words() if word.isdigit()]
    assert digits == [*(str(i + 1) for i in range(count)), "1"]  # the mark of the source, last


def test_steps_are_larger_where_they_have_room(stage: Any) -> None:
    free = stage.show(steps(4), heightRoom=900)
    large = free.view.height()
    stage.window.property("view").deleteLater()
    tight = stage.show(steps(4), heightRoom=420)
    assert tight.view.height() <= 420 < large <= 900
    assert tight.view.property("leastHeight") <= 420


def test_six_steps_of_one_line_fit_the_column_of_a_page(stage: Any) -> None:
    shown = stage.show(steps(6, "A plain sentence of forty-two letters now."), heightRoom=490)
    assert shown.view.height() <= 490


def test_the_thread_runs_from_step_to_step_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(steps(3), less=False, arrived=False)
    assert [row.property("progress") for row in shown.items("StepsRow")] == [0, 0, 0]
    shown.give(arrived=True)
    wait(600)
    first, second, _ = (row.property("progress") for row in shown.items("StepsRow"))
    assert first > second
    wait(1300)
    assert [row.property("progress") for row in shown.items("StepsRow")][:2] == [1, 1]


def test_a_step_is_spoken_as_a_whole(stage: Any) -> None:
    row = stage.show(steps(2)).items("StepsRow")[1]
    assert stage.call("spoken", row) == "2. Step 1. A sentence that says how."


def test_a_step_may_have_a_source_of_its_own(stage: Any) -> None:
    block = steps(3)
    block["steps"][0]["source"] = "b"
    shown = stage.show(block)
    rows = shown.items("StepsRow")
    marks = [[mark.property("footnote") for mark in shown.items("FootnoteMark", r)] for r in rows]
    assert marks == [[1], [], [2]]
