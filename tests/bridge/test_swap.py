"""Other content in a running session: what QML hears, and what is left of the old."""

from __future__ import annotations

import gc
import json
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kiosk.bridge import presenter as presenters
from kiosk.bridge.presenter import Presenter
from kiosk.bridge.session import Session
from kiosk.content.model import Bundle, decode
from kiosk.visit import Rules, outline_of, start_state
from kiosk.visit.carry import carry
from tests.bridge.conftest import Clock, Walk, document, page, section, story, text, words


def changed(data: dict[str, Any] | None = None, **more: Any) -> Bundle:
    """Another bundle: another title, and what is asked for."""
    return decode(json.dumps((data or document()) | {"title": text("Other"), **more}).encode())


def english_only() -> dict[str, Any]:
    """The bundle without its second language, and another section instead of the first."""
    data = document()
    data["sections"][0] = section("new", story("fresh", page("only", words())))
    data["attract"] = [{"scene": "bands", "line": text("Other line")}]
    return data | {"languages": [{"tag": "en", "name": "English"}]}


def bring(session: Session, bundle: Bundle, clock: Clock, *, keep: Bundle | None = None) -> None:
    """Show a bundle, from the attract loop on or where the visit to `keep` is."""
    rules = Rules(outline_of(bundle), "en")
    made = Presenter(bundle, lambda name: f"image://new/{name}", str.upper, session.parent())
    state = start_state(rules, clock())
    if keep is not None:
        state = carry(session.state, keep, bundle, rules)
    session.change(made, rules, state)


def test_the_attract_loop_stays_and_begins_anew_with_the_new_scenes(
    session: Session, clock: Clock
) -> None:
    place = session.property("place")
    order: list[str] = []
    for name in ("place", "edition", "scenes", "title"):
        getattr(session, f"{name}Changed").connect(lambda name=name: order.append(name))
    bring(session, changed(), clock)
    assert order == ["edition", "title", "scenes"]
    assert session.property("place") == place
    assert session.property("title") == "Other"


def test_a_visit_after_the_change_walks_in_the_new_content(
    session: Session, clock: Clock, walk: Walk
) -> None:
    bring(session, changed(english_only()), clock)
    walk("begin", ("openStory", "one", "first"))
    assert session.property("screen") == "home"  # there is no such section any more
    walk(("openStory", "two", "third"))
    assert session.property("page").property("title") == "last"
    assert [one.property("tag") for one in session.property("languages")] == ["en"]


def test_nothing_of_a_visitor_is_left(session: Session, clock: Clock, walk: Walk) -> None:
    walk("begin", ("setLanguage", "lt"), ("openAddress", "one/first/quiz"), ("chooseAnswer", 0))
    walk("startOver")
    heard: list[str] = []
    session.languageSwitched.connect(heard.append)
    bring(session, changed(), clock)
    walk("begin", ("openAddress", "one/first/quiz"))
    assert session.property("answer") == -1
    assert session.property("language") == "en"
    assert heard == []


def test_a_language_that_is_gone_is_switched_before_anything_is_shown(
    session: Session, clock: Clock, walk: Walk, bundle: Bundle
) -> None:
    walk("begin", ("setLanguage", "lt"), ("openStory", "two", "third"))
    heard: list[str] = []
    session.languageSwitched.connect(lambda tag: heard.append(f"switched to {tag}"))
    session.pageChanged.connect(lambda: heard.append("page"))  # type: ignore[attr-defined]
    bring(session, changed(english_only()), clock, keep=bundle)
    assert heard[0] == "switched to en"
    assert "page" in heard
    assert session.property("screen") == "page"
    assert session.property("section").property("title") == "two"


def test_a_page_that_stays_is_another_screen_with_the_same_answer(
    session: Session, clock: Clock, walk: Walk, bundle: Bundle
) -> None:
    walk("begin", ("openAddress", "one/first/quiz"), ("chooseAnswer", 1))
    place = session.property("place")
    bring(session, changed(), clock, keep=bundle)
    assert session.property("place") != place  # so that the stage makes its screen anew
    assert session.property("answer") == 1


def test_old_objects_live_until_they_have_faded_and_then_go(
    session: Session, clock: Clock, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr(presenters, "RETIRING_MILLISECONDS", 30)
    owner = session.parent()
    old = session.property("scenes")[0]
    gone: list[bool] = []
    old.destroyed.connect(lambda: gone.append(True))
    bring(session, changed(), clock)
    assert old.property("line") == "Line"  # still faded out
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    del old
    settled = -1
    for number in range(8):
        bring(session, changed(english_only()) if number % 2 else changed(), clock)
        qtbot.wait(60)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        if number == 3:
            settled = len(owner.findChildren(QObject))
    assert len(owner.findChildren(QObject)) <= settled


def test_a_notice_is_told_to_qml(session: Session) -> None:
    heard: list[str] = []
    session.noticeChanged.connect(lambda: heard.append(session.property("notice")))
    session.say("1 error")
    session.say("")
    assert heard == ["1 error", ""]


def test_the_end_of_a_scene_is_told_on(session: Session, qtbot: Any) -> None:
    with qtbot.waitSignal(session.sceneEnded, timeout=1000):
        session.endScene()
