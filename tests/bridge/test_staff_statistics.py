"""The statistics on the staff's page: read in a thread, behind the PIN only."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bridge.session import Session
from kiosk.bridge.staffstatistics import StaffStatistics
from kiosk.overview import Bar, Overview, Period
from kiosk.visit import events as ev
from tests.bridge.conftest import Walk

NUMBERS = Overview(
    visits="12",
    views="1,234",
    columns=(Bar("09", 0.5, "4"), Bar("10", 1, "8"), Bar("11", 0, "")),
    pages=(Bar("A page", 1, "9"),),
    quiz=(Bar("A question", 0.25, "1", "4"),),
    trouble="The disk is full.",
)


@dataclass
class FakeBook:
    """A book that answers at once, or when the test lets it."""

    asked: list[tuple[Period, str]] = field(default_factory=list[tuple[Period, str]])
    threads: set[int] = field(default_factory=set[int])
    wait: threading.Event | None = None
    broken: bool = False

    def overview(self, period: Period, language: str) -> Overview:
        self.asked.append((period, language))
        self.threads.add(threading.get_ident())
        if self.broken:
            raise RuntimeError("a fault of its own")
        if self.wait is not None and period == "today":
            self.wait.wait(5)
        return NUMBERS if period == "week" else Overview(visits=period)


@pytest.fixture
def page(session: Session, walk: Walk) -> StaffStatistics:
    """The page's object, with staff behind the PIN."""
    session.book = FakeBook()
    walk("openStaff")
    session.post(ev.AcceptPin())
    found = session.staff.statistics  # type: ignore[attr-defined]
    assert isinstance(found, StaffStatistics)
    return found


def book(session: Session) -> FakeBook:
    assert isinstance(session.book, FakeBook)
    return session.book


def test_it_is_read_in_a_thread_and_told_to_qml(
    page: StaffStatistics, session: Session, qtbot: QtBot
) -> None:
    page.show("week")
    assert not page.property("ready")
    qtbot.waitUntil(lambda: page.property("ready"), timeout=5000)
    assert book(session).asked == [("week", "en")]
    assert threading.get_ident() not in book(session).threads
    assert (page.property("visits"), page.property("views")) == ("12", "1,234")
    assert page.property("trouble") == "The disk is full."
    columns = page.property("columns")
    assert [bar.property("label") for bar in columns] == ["09", "10", "11"]
    assert [bar.property("share") for bar in columns] == [0.5, 1, 0]
    (question,) = page.property("quiz")
    assert (question.property("valueText"), question.property("wholeText")) == ("1", "4")
    assert page.property("languages") == []


def test_only_the_last_wish_counts(page: StaffStatistics, session: Session, qtbot: QtBot) -> None:
    slow = book(session).wait = threading.Event()
    page.show("today")
    page.show("year")
    qtbot.waitUntil(lambda: page.property("visits") == "year", timeout=5000)
    slow.set()
    qtbot.wait(50)
    assert page.property("visits") == "year"
    assert page.property("period") == "year"


def test_nobody_reads_it_without_the_pin(page: StaffStatistics, session: Session) -> None:
    session.post(ev.LeaveStaff())
    page.show("week")
    assert book(session).asked == []
    assert page.property("ready")


def test_an_unknown_period_and_a_screen_without_a_stand(
    page: StaffStatistics, session: Session
) -> None:
    page.show("century")
    assert book(session).asked == []
    session.book = None
    page.show("week")
    assert page.property("ready")
    assert page.property("visits") == "0"


def test_a_fault_leaves_the_page_empty_and_a_line_in_the_log(
    page: StaffStatistics, session: Session, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    book(session).broken = True
    page.show("week")
    qtbot.waitUntil(lambda: page.property("ready"), timeout=5000)
    assert page.property("visits") == "0"
    assert "cannot be shown" in caplog.text
