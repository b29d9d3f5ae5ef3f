"""The image view: cut around its focus or whole, off the screen's edge, its words on a plate."""

from __future__ import annotations

from typing import Any

import pytest

PORTRAIT = (1080, 1920)
DRAWN = "assets/chain.jpg"


def image(file: str = DRAWN, **more: Any) -> dict[str, Any]:
    picture: dict[str, Any] = {"file": file, "alt": {"en": "A chain of lights"}}
    if credit := more.pop("credit", ""):
        picture["credit"] = {"en": credit}
    return {"type": "image", "picture": picture, "source": "a"} | more


def loaded(shown: Any, wait: Any) -> Any:
    """The picture, when it is there."""
    for _ in range(100):
        if shown.view.property("ready"):
            break
        wait(20)
    wait(300)
    return shown.items("ThemeImage")[0]


def inner(shown: Any, frame: Any) -> Any:
    (picture,) = shown.items("QQuickImage", frame)
    return picture


def test_with_a_focus_the_picture_fills_its_room(stage: Any, wait: Any) -> None:
    for across in (0.0, 0.5, 1.0):
        shown = stage.show(image(focus={"across": across, "down": 0.5}))
        frame = loaded(shown, wait)
        picture = inner(shown, frame)
        assert picture.width() >= frame.width()
        assert picture.height() >= frame.height()
        spare = picture.width() - frame.width()
        assert spare > 40
        expected = {0.0: 0, 0.5: -spare / 2, 1.0: -spare}[across]
        assert picture.x() == pytest.approx(expected, abs=1)
        stage.window.property("view").deleteLater()


def test_without_a_focus_the_picture_is_whole(stage: Any, wait: Any) -> None:
    shown = stage.show(image())
    frame = loaded(shown, wait)
    picture = inner(shown, frame)
    assert picture.width() <= frame.width() + 1
    assert picture.height() <= frame.height() + 1
    assert picture.width() / picture.height() == pytest.approx(16 / 9, rel=0.05)


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
@pytest.mark.parametrize("mirrored", [False, True])
def test_it_runs_off_the_outer_edge(
    stage: Any, wait: Any, size: tuple[int, int], mirrored: bool
) -> None:
    shown = stage.show(image(), size, mirrored=mirrored)
    place = shown.place(loaded(shown, wait))
    assert (place.left() if mirrored else place.right()) == pytest.approx(
        0 if mirrored else size[0], abs=1
    )
    assert size == PORTRAIT or place.top() == pytest.approx(0, abs=1)


@pytest.mark.parametrize("text", ["standard", "largest"])
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
def test_nothing_is_written_on_the_picture(
    stage: Any, wait: Any, size: tuple[int, int], text: str
) -> None:
    block = image(caption={"en": "A long caption of a drawn picture. " * 4}, credit="Somebody")
    shown = stage.show(block, size, text=text)
    place = shown.place(loaded(shown, wait))
    words = [shown.place(item) for item in shown.texts()]
    assert len(words) == 3
    assert all(box.top() >= place.bottom() for box in words)
    assert all(box.bottom() <= shown.place(shown.view).bottom() + 1 for box in words[:1])


def test_the_credit_carries_the_mark_where_there_is_no_caption(stage: Any) -> None:
    shown = stage.show(image(credit="Drawn by us"))
    assert shown.words() == ["Drawn by us", "1"]


def test_without_words_the_picture_has_all_the_room(stage: Any, wait: Any) -> None:
    block = {name: value for name, value in image().items() if name != "source"}
    shown = stage.show(block)
    frame = shown.place(loaded(shown, wait))
    assert frame.bottom() == pytest.approx(shown.place(shown.view).bottom(), abs=1)


def test_a_missing_picture_keeps_the_form_of_the_page(stage: Any, wait: Any) -> None:
    caption = {"en": "The chain"}
    there = loaded(stage.show(image(caption=caption)), wait)
    size = there.width(), there.height()
    stage.window.property("view").deleteLater()
    shown = stage.show(image("assets/gone.jpg", caption=caption))
    gone = loaded(shown, wait)
    assert (gone.width(), gone.height()) == size
    assert "Picture not available" in shown.words()
    assert "The chain" in shown.words()


def test_the_picture_is_spoken_by_its_description(stage: Any, wait: Any) -> None:
    shown = stage.show(image())
    assert stage.call("spoken", loaded(shown, wait)) == "A chain of lights"


def test_the_page_knows_when_the_picture_is_there(stage: Any, wait: Any) -> None:
    shown = stage.show(image(), less=False)
    loaded(shown, wait)
    assert shown.view.property("ready")
