"""What holds for every block view on every screen, in every theme, size and direction."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.blocks import BLOCK_TYPES

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "blocks"
KINDS = sorted(path.stem for path in FIXTURES.glob("*.json") if path.stem in BLOCK_TYPES)
CITING = [kind for kind in KINDS if '"source"' in (FIXTURES / f"{kind}.json").read_text("utf-8")]
SIZES = [(1920, 1080), (1080, 1920), (1280, 800), (1024, 768), (3840, 2160)]
LOOKS = ["dark", "light", "contrast"]
FROM_EDGE = {"timeline", "quiz", "route", "world", "gallery"}
"""Views that get the screen from edge to edge and keep its margin themselves."""
TEXTS = ["standard", "large", "largest"]


def example(kind: str) -> dict[str, Any]:
    return json.loads((FIXTURES / f"{kind}.json").read_text(encoding="utf-8"))


def check(shown: Any, size: tuple[int, int]) -> None:
    """Nothing is cut, nothing leaves the screen, what one touches is large enough."""
    u = min(min(size) / 1080, max(size) / 1920)
    scrolled = {id(text) for column in shown.items("ScrollColumn") for text in shown.texts(column)}
    for text in shown.texts():
        box = shown.ink(text)
        assert not text.property("truncated"), text.property("text")
        assert shown.stage.call("plain", text), text.property("text")
        if "TimelineNode" not in type_of(text.parentItem()):
            assert box.left() >= -1, text.property("text")
            assert box.right() <= size[0] + 1, text.property("text")
        if id(text) not in scrolled:
            assert box.bottom() <= size[1], text.property("text")
    for mark in shown.items("FootnoteMark"):
        assert min(mark.width(), mark.height()) >= 64 * u - 0.01


def type_of(item: Any) -> str:
    return item.metaObject().className() if item else ""


@pytest.mark.parametrize("kind", sorted(BLOCK_TYPES))
def test_every_block_type_has_an_example(kind: str) -> None:
    assert kind in KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_example_fits_every_screen(stage: Any, kind: str, size: tuple[int, int]) -> None:
    shown = stage.show(example(kind), size)
    assert shown.texts()
    check(shown, size)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("text", TEXTS)
def test_the_example_fits_every_look(stage: Any, kind: str, look: str, text: str) -> None:
    for size in SIZES[:2]:
        check(stage.show(example(kind), size, look, text), size)
        stage.window.property("view").deleteLater()


@pytest.mark.parametrize("kind", KINDS)
def test_the_mirrored_example_keeps_to_the_right(stage: Any, kind: str) -> None:
    size = SIZES[0]
    shown = stage.show(example(kind), size, mirrored=True)
    check(shown, size)
    edge = shown.place(shown.view).right() - (96 if kind in FROM_EDGE else 0)
    assert max(shown.ink(text).right() for text in shown.texts()) <= edge + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_follows_the_language(stage: Any, kind: str) -> None:
    shown = stage.show(example(kind))
    before = shown.words()
    shown.give(block=stage.exposed(example(kind), "lt"))
    assert shown.words() != before
    check(shown, SIZES[0])


@pytest.mark.parametrize("kind", CITING)
def test_the_footnote_mark_opens_the_sources(stage: Any, kind: str) -> None:
    inputs = {"answer": 0} if kind == "quiz" else {}
    shown = stage.show(example(kind), **inputs)
    marks = shown.items("FootnoteMark")
    assert marks
    shown.tap(marks[0])
    assert shown.heard == ["sources"]


@pytest.mark.parametrize("kind", KINDS)
def test_footnote_marks_stand_right_after_the_last_word(stage: Any, kind: str) -> None:
    inputs = {"answer": 0} if kind == "quiz" else {}
    shown = stage.show(example(kind), **inputs)
    for mark in shown.items("FootnoteMark"):
        (sign,) = shown.texts(mark)
        host = shown.ink(mark.parentItem())
        assert host.left() < shown.place(sign).left()
        assert shown.place(sign).right() <= host.right() + 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_at_rest(stage: Any, kind: str, wait: Any) -> None:
    shown = stage.show(example(kind))
    frames: list[int] = []
    wait(300)
    stage.window.frameSwapped.connect(lambda: frames.append(1))
    wait(400)
    assert shown.view.isVisible()
    assert len(frames) <= 1


def pairs(items: list[Any]) -> Any:
    return itertools.combinations(items, 2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", TEXTS)
def test_texts_do_not_overlap(stage: Any, kind: str, text: str) -> None:
    inputs = {"answer": 0} if kind == "quiz" else {}
    for size in SIZES[:2]:
        shown = stage.show(example(kind), size, text=text, **inputs)
        texts = [t for t in shown.texts() if "FootnoteMark" not in type_of(t.parentItem())]
        for one, other in pairs(texts):
            common = shown.ink(one).intersected(shown.ink(other))
            words = (one.property("text"), other.property("text"))
            assert min(common.width(), common.height()) <= 0.3 * one.property("font").pixelSize(), (
                words
            )
        stage.window.property("view").deleteLater()
