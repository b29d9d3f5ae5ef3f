"""The take-away: a code that a phone can read, on every screen, and its words beside it."""

from __future__ import annotations

from typing import Any

import pytest
import segno
from PySide6.QtCore import QPoint


def en(text: str) -> dict[str, str]:
    return {"en": text}


def takeaway(url: str, title: str = "") -> dict[str, Any]:
    block: dict[str, Any] = {"type": "takeaway", "url": url}
    return block | {"title": en(title)} if title else block


ADDRESSES = ["https://a.lt", "https://example.org/" + "a/" * 80]
ROOMS = [(1920, 1080), (1080, 1920), (3840, 2160), (1280, 800), (1024, 768)]


@pytest.mark.parametrize("url", ADDRESSES, ids=["short", "longest"])
@pytest.mark.parametrize("size", ROOMS, ids=str)
@pytest.mark.parametrize("text", ["standard", "largest"])
def test_a_code_is_large_enough_whole_and_in_its_room(
    stage: Any, url: str, size: tuple[int, int], text: str
) -> None:
    u = min(min(size) / 1080, max(size) / 1920)
    shown = stage.show(takeaway(url, "Something to take along"), size, text=text)
    (code,) = shown.items("CodePicture")
    box, modules = shown.place(code), 0
    (image,) = shown.items("QQuickImage", code)
    modules = round(image.implicitWidth())
    assert box.width() >= 400 * u
    assert box.width() / modules == int(box.width() / modules) >= 10 * u - 0.01
    assert not image.smooth()
    assert shown.place(image) == box
    room = shown.place(shown.view)
    assert room.contains(box)
    for words in shown.texts():
        assert not shown.ink(words).intersects(box), words.property("text")
    (column,) = shown.items("ScrollColumn")
    assert text == "largest" or not column.property("scrolls")
    assert shown.place(column).bottom() <= room.bottom() + 1
    assert shown.place(column).height() >= 100 * u


@pytest.mark.parametrize("look", ["dark", "light", "contrast"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_code_is_dark_on_linen_in_every_look_and_never_mirrored(
    stage: Any, look: str, mirrored: bool
) -> None:
    shown = stage.show(takeaway("https://a.lt"), look=look, mirrored=mirrored)
    (code,) = shown.items("CodePicture")
    (image,) = shown.items("QQuickImage", code)
    box = shown.place(code)
    picture = stage.window.grabWindow()
    modules = round(image.implicitWidth())
    step = box.width() / modules
    rows = segno.make("https://a.lt", error="m", micro=False, boost_error=False).matrix
    for y in range(modules):
        for x in range(modules):
            inside = 4 <= x < modules - 4 and 4 <= y < modules - 4
            dark = bool(inside and rows[y - 4][x - 4])
            at = QPoint(int(box.left() + (x + 0.5) * step), int(box.top() + (y + 0.5) * step))
            assert picture.pixelColor(at).name() == ("#0b1113" if dark else "#f5f0e6"), (x, y)


def test_a_take_away_says_that_nothing_is_kept_and_shows_its_address(stage: Any) -> None:
    shown = stage.show(takeaway("https://example.org/page/"))
    words = shown.words()
    assert "Take it with you" in words
    assert "example.org/page" in words
    assert any("Nothing about you is kept." in text for text in words)
    (code,) = shown.items("CodePicture")
    assert stage.call("spoken", code) == "Code for your phone: example.org/page"


def test_an_address_too_long_for_a_code_is_shown_as_text_alone(stage: Any) -> None:
    shown = stage.show(takeaway("https://example.org/" + "a/" * 90))
    assert shown.items("CodePicture") == []
    assert not any("camera" in text for text in shown.words())
    assert any(text.startswith("example.org/a/a") for text in shown.words())
