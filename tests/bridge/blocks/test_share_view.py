"""The share view: woven once from the start edge, its words beside or below the cloth."""

from __future__ import annotations

from typing import Any

import pytest

PORTRAIT = (1080, 1920)


def share(part: int, whole: int, **more: str) -> dict[str, Any]:
    texts = {"title": "Universities", "label": "use them", "spoken": "Some of them.", **more}
    block = {"type": "share", "part": part, "whole": whole, "asOf": "2024", "source": "a"}
    return block | {name: {"en": text} for name, text in texts.items()}


def test_it_is_woven_once_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(share(60, 100), less=False, arrived=False)
    assert shown.view.property("progress") == 0
    shown.give(arrived=True)
    wait(600)
    assert 0 < shown.view.property("progress") < 1
    wait(1000)
    assert shown.view.property("progress") == 1
    shown.give(arrived=False)
    shown.give(arrived=True)
    assert shown.view.property("progress") == 1


def test_it_is_whole_at_once_when_nothing_shall_move(stage: Any) -> None:
    assert stage.show(share(60, 100), less=True, arrived=False).view.property("progress") == 1


def test_it_says_how_many_of_how_many(stage: Any) -> None:
    words = stage.show(share(412, 1000, rest="do not")).words()
    assert "412 of 1,000" in words
    assert "588 do not" in words
    assert "As of 2024" in words


def test_the_number_is_spoken_with_what_it_counts(stage: Any) -> None:
    shown = stage.show(share(95, 100))
    number = next(text for text in shown.texts() if text.property("text") == "95 of 100")
    assert stage.call("spoken", number) == "95 of 100 use them"
    assert stage.call("spoken", shown.view) == "Some of them."


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_cloth_begins_at_the_start_edge(stage: Any, mirrored: bool) -> None:
    shown = stage.show(share(3, 7), mirrored=mirrored)
    (cloth,) = shown.items("ShareCloth")
    edge, place = shown.place(shown.view), shown.place(cloth)
    assert (place.right() if mirrored else place.left()) == pytest.approx(
        edge.right() if mirrored else edge.left(), abs=1
    )


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768)])
@pytest.mark.parametrize("text", ["standard", "largest"])
@pytest.mark.parametrize("whole", [2, 7, 97, 100, 343, 1000])
def test_cloth_and_words_fit(stage: Any, size: tuple[int, int], text: str, whole: int) -> None:
    block = share(whole // 2, whole, rest="are all the others", note="A figure of the ministry.")
    shown = stage.show(block, size, text=text)
    (cloth,) = shown.items("ShareCloth")
    view, place = shown.place(shown.view), shown.place(cloth)
    assert place.width() > 0
    assert view.left() - 1 <= place.left()
    assert place.right() <= view.right() + 1
    for item in shown.texts():
        ink = shown.ink(item)
        assert ink.bottom() <= view.bottom() + 1, item.property("text")
        assert ink.top() >= view.top() - 8, item.property("text")
        common = ink.intersected(place)
        assert min(common.width(), common.height()) <= 4, item.property("text")


def test_words_stand_where_the_stitches_become_larger(stage: Any) -> None:
    assert stage.show(share(95, 100)).view.property("beside")
    stage.window.property("view").deleteLater()
    assert not stage.show(share(3, 7)).view.property("beside")
