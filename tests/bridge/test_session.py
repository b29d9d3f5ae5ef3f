"""The session as QML sees it: intents in, properties and their signals out."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QMetaMethod, QObject

from kiosk.bridge.presenter import KEPT
from kiosk.bridge.session import Session
from kiosk.bridge.viewtable import VIEW
from kiosk.visit import Rules, State
from kiosk.visit import events as ev
from tests.bridge.conftest import Clock, FakeDesk, Walk


def heard(session: Session) -> list[str]:
    """The names of the properties whose signal fires from now on, in order."""
    names: list[str] = []
    for name in VIEW:
        getattr(session, f"{name}Changed").connect(lambda name=name: names.append(name))
    return names


def test_every_property_notifies_and_every_slot_is_void(session: Session) -> None:
    meta = session.metaObject()
    base = QObject.staticMetaObject
    properties = [meta.property(i) for i in range(base.propertyCount(), meta.propertyCount())]
    assert {p.name() for p in properties} == {*VIEW, "staff", "notice", "careful"}
    assert all(p.hasNotifySignal() != p.isConstant() for p in properties)
    methods = [meta.method(i) for i in range(base.methodCount(), meta.methodCount())]
    slots = [m for m in methods if m.methodType() == QMetaMethod.MethodType.Slot]
    assert len(slots) > 20
    assert {m.typeName() for m in slots} == {"void"}


def test_a_touch_wakes_and_walks_to_a_page(session: Session, walk: Walk) -> None:
    assert session.property("screen") == "attract"
    walk("begin")
    assert session.property("screen") == "home"
    walk(("openSection", "one"))
    assert session.property("section").property("title") == "one"
    walk(("openStory", "one", "first"))
    assert session.property("screen") == "page"
    assert session.property("page").property("title") == "start"
    assert session.property("pagerCount") == 3
    walk("next", "next")
    assert (session.property("pageIndex"), session.property("step")) == (1, 1)
    assert session.property("atStoryEnd") is True
    walk("back")
    assert session.property("screen") == "section"


def test_only_what_changed_is_signalled_and_the_place_comes_first(
    session: Session, walk: Walk
) -> None:
    walk("begin")
    names = heard(session)
    walk(("openStory", "one", "first"))
    assert names[0] == "place"
    assert {"screen", "page"} - set(names) == {"page"}  # the first page was prepared already
    names.clear()
    walk(("setTheme", "light"))
    assert names == ["theme"]
    names.clear()
    walk("touched")
    assert names == []


def test_language_reaches_every_text_and_keeps_the_place(session: Session, walk: Walk) -> None:
    walk("begin", ("openStory", "one", "first"))
    switched: list[str] = []
    session.languageSwitched.connect(switched.append)
    walk(("setLanguage", "lt"))
    assert switched == ["lt"]
    assert session.property("page").property("title") == "start lt"
    assert session.property("title") == "Pavadinimas"
    assert session.property("languageName") == "Lietuvių"
    assert session.property("screen") == "page"


@pytest.mark.parametrize(
    "call", [("openSection", "none"), ("openAddress", "one"), ("openAddress", "x/y/z")]
)
def test_unknown_addresses_do_nothing(session: Session, walk: Walk, call: tuple[str, ...]) -> None:
    walk("begin", call)
    assert session.property("screen") == "home"


@pytest.mark.parametrize(
    "call",
    [("setTheme", "pink"), ("setTextSize", "tiny"), ("setLanguage", "xx"), ("openPanel", "x")],
)
def test_unknown_values_do_nothing(session: Session, walk: Walk, call: tuple[str, ...]) -> None:
    walk("begin")
    names = heard(session)
    walk(call)
    assert names == []


def test_sources_are_numbered_in_reading_order(session: Session, walk: Walk) -> None:
    walk("begin", ("openStory", "one", "first"))
    sources = session.property("pageSources")
    assert [(s.property("mark"), s.property("id")) for s in sources] == [(1, "b"), (2, "a")]
    figure, words, _ranking = session.property("page").property("blocks")
    assert (figure.property("sourceMark"), words.property("sourceMark")) == (1, 2)
    assert sources[1].property("yearText") == "2019"
    assert sources[0].property("yearText") == ""


def test_idle_warns_counts_and_starts_afresh(session: Session, walk: Walk, clock: Clock) -> None:
    walk("begin", ("setLanguage", "lt"), ("openStory", "one", "first"), ("setTextSize", "large"))
    clock.pass_by(60)
    session.tick()
    assert session.property("mode") == "warning"
    assert session.property("secondsLeft") == 30
    clock.pass_by(12.5)
    session.tick()
    assert session.property("secondsLeft") == 18
    ended: list[bool] = []
    session.visitEnded.connect(lambda: ended.append(True))
    clock.pass_by(20)
    session.tick()
    assert session.property("screen") == "attract"
    assert (session.property("language"), session.property("textSize")) == ("en", "standard")
    assert ended == [True]


def test_quiz_answers_belong_to_their_question(session: Session, walk: Walk) -> None:
    walk("begin", ("openAddress", "one/first/quiz"), ("chooseAnswer", 1))
    assert session.property("answer") == 1
    walk(("chooseAnswer", 0))
    assert session.property("answer") == 1
    walk("next")
    assert session.property("answer") == -1
    walk("previous")
    assert session.property("answer") == 1


def test_objects_do_not_pile_up(session: Session, walk: Walk, qapp: Any) -> None:
    walk("begin")
    owner = session.parent()
    for _round in range(30):
        walk(("openStory", "one", "first"), "next", "home", ("openSection", "two"), "home")
        walk(("setLanguage", "lt"), ("setLanguage", "en"))
    qapp.sendPostedEvents(None, 52)
    first = len(owner.findChildren(QObject))
    for _round in range(60):
        walk(("openStory", "one", "first"), "next", "home", ("openSection", "two"), "home")
        walk(("setLanguage", "lt"), ("setLanguage", "en"))
    qapp.sendPostedEvents(None, 52)
    assert len(owner.findChildren(QObject)) <= first + KEPT


def test_right_pin_opens_the_staff_screen(
    session: Session, walk: Walk, desk: FakeDesk, qtbot: Any
) -> None:
    walk("openStaff")
    assert (session.property("mode"), session.property("screen")) == ("staff", "pin")
    walk(*[("pinDigit", int(digit)) for digit in desk.pin])
    assert session.property("pinLength") == 6
    walk("pinSubmit")
    qtbot.waitUntil(lambda: session.property("screen") == "staff")
    left: list[bool] = []
    session.leaveRequested.connect(lambda: left.append(True))
    walk("leaveKiosk")
    assert left == [True]


def test_wrong_pin_says_so_and_visitors_cannot_leave(
    session: Session, walk: Walk, desk: FakeDesk, qtbot: Any
) -> None:
    left: list[bool] = []
    session.leaveRequested.connect(lambda: left.append(True))
    walk("leaveKiosk", "openStaff", ("pinDigit", 1), ("pinDigit", 12), "pinErase", ("pinDigit", 2))
    walk("pinSubmit")
    qtbot.waitUntil(lambda: session.property("pinMessage") == "wrong")
    assert desk.tried == ["2"]
    walk("leaveKiosk", "leaveStaff")
    assert session.property("screen") == "attract"
    assert left == []


def test_an_answer_for_a_closed_pad_opens_nothing(
    session: Session, walk: Walk, desk: FakeDesk, qtbot: Any
) -> None:
    walk("openStaff", *[("pinDigit", int(digit)) for digit in desk.pin], "pinSubmit", "leaveStaff")
    walk("openStaff")
    qtbot.waitUntil(lambda: desk.tried == [desk.pin])
    qtbot.wait(50)
    assert session.property("screen") == "pin"
    assert session.property("pinMessage") == ""


def test_a_check_that_fails_is_not_a_wrong_pin(
    session: Session, walk: Walk, desk: FakeDesk, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: FakeDesk, _pin: str) -> bool:
        raise OSError("the disk is gone")

    monkeypatch.setattr(FakeDesk, "accepts", fail)
    walk("openStaff", ("pinDigit", 1), "pinSubmit")
    qtbot.waitUntil(lambda: session.property("pinMessage") == "failed")
    assert desk.tried == []


def test_no_pin_and_lock_out_are_told(session: Session, walk: Walk, desk: FakeDesk) -> None:
    desk.locked = 59.2
    walk("openStaff", ("pinDigit", 1), "pinSubmit")
    assert session.property("pinMessage") == "locked"
    assert session.property("lockedSeconds") == 60
    assert desk.tried == []
    desk.pin = ""
    walk("touched")
    assert session.property("pinMessage") == "unset"


def test_attract_scene_brings_its_ranking(session: Session) -> None:
    (scene,) = session.property("scenes")
    assert [p.property("place") for p in scene.property("ranking").property("points")] == [57, 4]


def test_none_is_not_leaked_by_the_event_loop(qapp: Any) -> None:
    before = sys.getrefcount(None)
    for _round in range(1000):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < 50


class Onlooker:
    """A witness that keeps what it has seen."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str, str]] = []

    def seen(self, before: State, event: ev.Event, after: State, rules: Rules) -> None:
        assert rules.outline.languages == ("en", "lt")
        self.steps.append((before.mode, type(event).__name__, after.mode))


def test_a_witness_sees_every_step_of_the_machine(session: Session, walk: Walk) -> None:
    walk("begin")
    session.witness = Onlooker()
    walk("touched", "startOver", "tick")
    assert session.witness.steps == [
        ("browsing", "Touched", "browsing"),
        ("browsing", "StartOver", "attract"),
        ("attract", "Tick", "attract"),
    ]
