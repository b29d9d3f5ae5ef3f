"""The staff's side of a session: pages, what lasts a while, and that nobody else gets there."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.bridge.session import Session
from kiosk.visit import events as ev
from kiosk.visit.state import STAFF_PAGES
from tests.bridge.conftest import Clock, Walk


@pytest.fixture
def room(session: Session, clock: Clock) -> Any:
    """What staff can do, with the PIN typed."""
    session.post(ev.OpenStaff())
    session.post(ev.AcceptPin())
    clock.pass_by(1)
    return session.property("staff")


def test_the_room_is_made_once(session: Session) -> None:
    assert session.property("staff") is session.property("staff")


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_each_page_is_a_screen_of_its_own(room: Any, session: Session, page: str) -> None:
    menu = (session.property("place"), session.property("depth"))
    room.open(page)
    assert session.property("screen") == f"staff{page.capitalize()}"
    assert session.property("mode") == "staff"
    assert (session.property("place"), session.property("depth")) > menu


def test_an_unknown_page_stays_at_the_menu(room: Any, session: Session) -> None:
    room.open("nothing")
    assert session.property("screen") == "staff"


def test_the_cleaning_lock_counts_down(room: Any, session: Session, clock: Clock) -> None:
    room.clean()
    assert (session.property("screen"), session.property("secondsLeft")) == ("cleaning", 60)
    clock.pass_by(59.5)
    session.openStaff()
    assert (session.property("screen"), session.property("secondsLeft")) == ("cleaning", 1)
    clock.pass_by(1)
    session.tick()
    assert session.property("screen") == "attract"


def test_visits_end_in_the_message_too(room: Any, session: Session, walk: Walk) -> None:
    ended: list[bool] = []
    room.stepAway(15)
    assert (session.property("screen"), session.property("awayMinutes")) == ("away", 15)
    session.visitEnded.connect(lambda: ended.append(True))
    walk("begin", "startOver")
    assert session.property("screen") == "away"
    assert ended == [True]


def test_a_talk_shows_the_notes_of_the_page(session: Session, walk: Walk, clock: Clock) -> None:
    walk("begin", ("openStory", "one", "first"))
    assert (session.property("presenting"), session.property("notes")) == (False, "")
    session.post(ev.OpenStaff())
    session.post(ev.AcceptPin())
    clock.pass_by(1)
    session.property("staff").present()
    assert (session.property("screen"), session.property("presenting")) == ("home", True)
    walk(("openStory", "one", "first"))
    assert session.property("notes") == "Say hello"
    walk(("setLanguage", "lt"))
    assert session.property("notes") == "Pasisveikinkite"
    walk("next")
    assert session.property("notes") == ""


def test_nobody_restarts_from_outside(session: Session, walk: Walk) -> None:
    asked: list[bool] = []
    session.restartRequested.connect(lambda: asked.append(True))
    room: Any = session.property("staff")
    for way in ("begin", "openStaff"):
        walk(way)
        room.restart()
    assert asked == []
    session.post(ev.AcceptPin())
    room.restart()
    assert asked == [True]
