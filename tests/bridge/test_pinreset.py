"""A forgotten PIN on the pad: the stick is looked for, and a new one is typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from kiosk.bridge.session import Session
from kiosk.staffrecords import NO_STICK
from tests.bridge.conftest import FakeDesk, Walk

NEW = "90218463"


@dataclass
class FakeReset:
    """A reset stick with a known answer."""

    found: str = ""
    refusal: str = ""
    kept: list[str] = field(default_factory=list[str])

    def look(self) -> str:
        return self.found

    def keep(self, pin: str) -> str:
        if not self.refusal:
            self.kept.append(pin)
        return self.refusal


@pytest.fixture
def stick(desk: FakeDesk) -> FakeReset:
    desk.reset = FakeReset()
    return desk.reset


def typed(pin: str) -> list[tuple[str, int] | str]:
    """The steps that type a PIN and press the check mark."""
    return [*[("pinDigit", int(digit)) for digit in pin], "pinSubmit"]


def until(session: Session, qtbot: Any, message: str) -> None:
    """Wait for what the pad says."""
    qtbot.waitUntil(lambda: session.property("pinMessage") == message)


def test_a_new_pin_is_typed_twice_and_opens_nothing_yet(
    session: Session, walk: Walk, stick: FakeReset, desk: FakeDesk, qtbot: Any
) -> None:
    walk("openStaff", "pinForgotten")
    until(session, qtbot, "choose")
    walk(*typed(NEW))
    assert (session.property("pinMessage"), session.property("pinLength")) == ("again", 0)
    walk(*typed(NEW))
    until(session, qtbot, "saved")
    assert stick.kept == [NEW]
    assert (session.property("screen"), desk.tried) == ("pin", [])


def test_two_that_differ_begin_anew(
    session: Session, walk: Walk, stick: FakeReset, qtbot: Any
) -> None:
    walk("openStaff", "pinForgotten")
    until(session, qtbot, "choose")
    walk(*typed(NEW), *typed("11112222"))
    assert session.property("pinMessage") == "differ"
    walk(*typed(NEW), *typed(NEW))
    until(session, qtbot, "saved")
    assert stick.kept == [NEW]


def test_a_weak_one_is_refused_in_words(
    session: Session, walk: Walk, stick: FakeReset, qtbot: Any
) -> None:
    stick.refusal = "too easy to guess"
    walk("openStaff", "pinForgotten")
    until(session, qtbot, "choose")
    walk(*typed("123456"), *typed("123456"))
    until(session, qtbot, "weak")
    assert session.property("pinWords") == "too easy to guess"
    stick.refusal = ""
    walk(*typed(NEW), *typed(NEW))
    until(session, qtbot, "saved")


@pytest.mark.parametrize(
    ("answer", "message", "words"),
    [(NO_STICK, "nostick", ""), ("It is for another site.", "refused", "It is for another site.")],
)
def test_without_a_good_stick_nothing_can_be_chosen(  # noqa: PLR0917
    session: Session,
    walk: Walk,
    stick: FakeReset,
    desk: FakeDesk,
    qtbot: Any,
    answer: str,
    message: str,
    words: str,
) -> None:
    stick.found = answer
    walk("openStaff", "pinForgotten")
    until(session, qtbot, message)
    assert session.property("pinWords") == words
    walk(*typed(NEW))
    until(session, qtbot, "wrong")
    assert (stick.kept, desk.tried) == ([], [NEW])


def test_the_pause_goes_on_after_a_reset(
    session: Session, walk: Walk, stick: FakeReset, desk: FakeDesk, qtbot: Any
) -> None:
    desk.locked = 60
    walk("openStaff", "pinForgotten")
    until(session, qtbot, "choose")
    walk(*typed(NEW), *typed(NEW))
    until(session, qtbot, "saved")
    walk(("pinDigit", 1))
    assert session.property("pinMessage") == "locked"
    walk("pinSubmit")
    assert desk.tried == []


def test_a_closed_pad_forgets_the_reset(
    session: Session, walk: Walk, stick: FakeReset, qtbot: Any
) -> None:
    walk("openStaff", "pinForgotten")
    until(session, qtbot, "choose")
    walk(*typed(NEW), "leaveStaff", "openStaff")
    assert session.property("pinMessage") == ""
    walk("pinForgotten", "leaveStaff", "openStaff")
    qtbot.wait(50)
    assert session.property("pinMessage") == ""
    assert stick.kept == []


def test_visitors_cannot_ask_for_it(session: Session, walk: Walk, stick: FakeReset) -> None:
    walk("begin", "pinForgotten")
    assert (session.property("screen"), session.property("pinMessage")) == ("home", "")
