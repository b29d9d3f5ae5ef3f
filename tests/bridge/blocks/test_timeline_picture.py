"""An event with a picture shows it beside its year, off the screen's edge; the others the cloth."""

from __future__ import annotations

from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

PORTRAIT = (1080, 1920)


def timeline(credit: str = "", file: str = "assets/chain.jpg") -> dict[str, Any]:
    """Three events; the second one has a picture."""
    event = {"title": {"en": "Something happened"}, "source": "a"}
    picture: dict[str, Any] = {"file": file, "alt": {"en": "A chain of lights"}}
    if credit:
        picture["credit"] = {"en": credit}
    events = [event | {"date": date} for date in ("1989", "2004", "2020")]
    events[1]["picture"] = picture
    return {"type": "timeline", "events": events, "spoken": {"en": "Years."}}


def loaded(shown: Any, wait: Any) -> Any:
    """The picture, when it is there."""
    for _ in range(100):
        if shown.view.property("ready"):
            break
        wait(20)
    wait(300)
    (frame,) = shown.items("ThemeImage")
    return frame


def place(shown: Any, item: Any) -> Any:
    return item.mapRectToItem(shown.view, item.boundingRect())


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
@pytest.mark.parametrize("mirrored", [False, True])
def test_it_runs_off_the_outer_edge(
    stage: Any, wait: Any, size: tuple[int, int], mirrored: bool
) -> None:
    shown = stage.show(timeline(), size=size, mirrored=mirrored, step=1)
    frame = loaded(shown, wait)
    box = place(shown, frame)
    assert frame.property("missing") is False
    assert box.width() > 500
    assert (box.left() if mirrored else box.right()) == pytest.approx(0 if mirrored else size[0])


def test_only_the_event_that_has_one_shows_a_picture(stage: Any, wait: Any) -> None:
    shown = stage.show(timeline(), step=0)
    assert shown.items("ThemeImage") == []
    assert len(shown.items("TimelineCloth")) == 1
    shown.give(step=1)
    loaded(shown, wait)
    assert shown.items("TimelineCloth") == []
    shown.give(step=2)
    wait(50)
    assert shown.items("ThemeImage") == []


def test_a_credit_stands_below_the_picture_not_on_it(stage: Any, wait: Any) -> None:
    shown = stage.show(timeline(credit="Drawn by hand"), step=1)
    frame = loaded(shown, wait)
    (credit,) = [t for t in shown.texts() if t.property("text") == "Drawn by hand"]
    assert place(shown, frame).bottom() <= place(shown, credit).top()


def test_a_missing_picture_leaves_the_pattern_and_says_so(stage: Any, wait: Any) -> None:
    shown = stage.show(timeline(file="assets/gone.jpg"), step=1)
    loaded(shown, wait)
    assert len(shown.items("PlaceholderPicture")) == 1


def test_a_picture_may_be_gone_before_the_page_that_shows_it(stage: Any, wait: Any) -> None:
    """The stage fails when QML warns: a page that is left outlives its records by a moment."""
    shown = stage.show(timeline(credit="Drawn by hand"), step=1)
    loaded(shown, wait)
    (picture,) = [
        each
        for each in stage.window.findChildren(QObject)
        if each.metaObject().className() == "Picture"
    ]
    shiboken6.delete(picture)
    wait(50)
    assert "Drawn by hand" not in [text.property("text") for text in shown.texts()]
