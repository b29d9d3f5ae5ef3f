"""The observer's rules, each on the real machine."""

from __future__ import annotations

import threading

import pytest

from kiosk.stats.dates import slot_at
from kiosk.visit import events as ev
from tests.unit.stats.conftest import NOON, Counted, Wall

FIRST, QUIZ, CODE = ev.OpenStory(0, 0), ev.OpenStory(0, 1), ev.OpenStory(1, 0)


def test_a_visit_with_a_page_and_its_end_by_hand(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.StartOver(), after=8)
    assert stand.counts() == {
        "visit": 1,
        "end start_over": 1,
        "visit_time 0-15": 1,
        "page a/one/first": 1,
        "page_time 5-15": 1,
        "language en": 1,
    }
    assert stand.ended == 1


def test_an_idle_end_is_measured_to_the_last_sign_of_life(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.Touched(), after=20)
    stand.rest()
    counts = stand.counts()
    assert counts["end idle"] == counts["page_time 15-60"] == counts["visit_time 15-60"] == 1


def test_a_page_that_nobody_touches_is_left_alone(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.rest()
    counts = stand.counts()
    assert counts["page a/one/first"] == counts["page_time left"] == counts["visit_time 0-15"] == 1


@pytest.mark.parametrize(("seconds", "views"), [(1.9, 0), (2.0, 1)])
def test_leafing_through_is_no_page_view(stand: Counted, seconds: float, views: int) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.GoHome(), after=seconds)
    assert stand.counts().get("page a/one/first", 0) == views


def test_coming_back_is_a_new_view_and_a_step_is_none(stand: Counted) -> None:
    stand.do(ev.Begin(), QUIZ, ev.Next(), ev.Back(), QUIZ, after=5)
    stand.post(ev.GoHome(), after=5)
    assert stand.counts()["page a/ask/quiz"] == 2


def test_a_panel_does_not_break_a_view(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST, ev.OpenPanel("accessibility"), ev.ClosePanel(), after=5)
    stand.post(ev.GoHome(), after=6)
    counts = stand.counts()
    assert counts["page a/one/first"] == 1
    assert counts["page_time 15-60"] == 1
    assert counts["panel accessibility"] == 1


def test_answers_are_right_or_wrong_by_their_question(stand: Counted) -> None:
    stand.do(ev.Begin(), QUIZ, ev.ChooseAnswer(0), ev.ChooseAnswer(1), ev.Next())
    stand.do(ev.ChooseAnswer(1), ev.GoHome())
    counts = stand.counts()
    assert counts["right a/ask/quiz/1"] == 1
    assert counts["wrong a/ask/quiz/2"] == 1
    assert len([key for key in counts if key.startswith(("right", "wrong"))]) == 2


def test_codes_are_counted_where_they_are_seen(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST, ev.OpenPanel("sources"), ev.ClosePanel(), ev.Next(), after=3)
    stand.do(ev.OpenPanel("sources"), ev.ClosePanel(), CODE, ev.GoHome(), after=3)
    counts = stand.counts()
    assert counts["panel sources"] == 2
    assert counts["code sources"] == 1  # the second page names a book without an address
    stand.do(FIRST, ev.OpenPanel("takeaway"), ev.GoHome(), after=3)
    assert stand.counts()["code takeaway"] == 1
    assert counts["code b/last/code"] == 1


def test_a_view_has_the_language_it_was_read_in(stand: Counted) -> None:
    stand.do(ev.Begin(), ev.SetLanguage("lt"), FIRST, ev.Next(), after=3)
    stand.do(ev.SetLanguage("en"), ev.GoHome(), after=3)
    counts = stand.counts()
    assert counts["language lt"] == 2
    assert "language en" not in counts


def test_the_way_to_the_staff_screens_counts_for_nothing(stand: Counted) -> None:
    stand.do(ev.Begin(), ev.OpenStaff(), ev.Touched(), ev.AcceptPin(), ev.Touched(), after=5)
    stand.observer.pulse(stand.now)
    stand.do(ev.LeaveStaff())
    assert stand.counts() == {}
    stand.do(ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff())
    assert stand.counts() == {}


def test_a_talk_counts_for_nothing_and_a_visit_after_it_counts(stand: Counted) -> None:
    stand.do(ev.OpenStaff(), ev.AcceptPin(), ev.Present())
    assert stand.state.presenting
    stand.do(FIRST, ev.OpenPanel("sources"), QUIZ, ev.ChooseAnswer(0), ev.OpenStaff(), after=5)
    stand.do(ev.AcceptPin(), ev.LeaveStaff())
    assert stand.counts() == {}
    stand.do(ev.Begin(), ev.StartOver())
    assert stand.counts()["visit"] == 1


def test_a_visitor_who_comes_while_staff_are_away_counts(stand: Counted) -> None:
    stand.do(ev.OpenStaff(), ev.AcceptPin(), ev.StepAway(10))
    assert stand.state.mode == "away"
    stand.do(ev.Begin(), FIRST, ev.Touched(), ev.StartOver(), after=5)
    assert stand.state.mode == "away"
    assert stand.counts()["end start_over"] == stand.counts()["visit"] == 1


def test_staff_who_come_after_a_visitor_end_the_visit(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST, ev.Touched(), after=10)
    stand.do(ev.OpenStaff(), ev.Touched(), ev.AcceptPin(), FIRST, ev.LeaveStaff(), after=20)
    counts = stand.counts()
    assert counts["end staff"] == counts["visit"] == 1
    assert counts["visit_time 15-60"] == 1  # up to the gesture, not to the PIN
    assert counts["page a/one/first"] == 1


@pytest.mark.parametrize("leave", [True, False])
def test_a_visitor_who_finds_the_pin_pad_stays_a_visitor(stand: Counted, leave: bool) -> None:
    stand.do(ev.Begin(), ev.OpenStaff())
    stand.post(ev.LeaveStaff() if leave else ev.Tick(), after=31)
    assert stand.counts() == {"visit": 1, "end idle": 1, "visit_time 0-15": 1}


def test_one_late_tick_ends_a_visit_as_two_in_time_do(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.Tick(), after=600)
    assert stand.state.mode == "attract"
    late = stand.counts()
    stand.counted.clear()
    stand.do(ev.Begin(), FIRST)
    stand.rest()
    assert stand.counts() == late


def test_a_visit_that_ends_with_the_touch_of_the_next_visitor(stand: Counted) -> None:
    """The computer slept: the first event after it brings both the end and the new beginning."""
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.Begin(), after=600)
    assert stand.state.mode == "browsing"
    stand.post(ev.StartOver())
    counts = stand.counts()
    assert counts["visit"] == 2
    assert counts["end idle"] == counts["end start_over"] == 1


def test_a_visit_that_goes_on_after_the_question_is_one(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.Tick(), after=65)
    assert stand.state.mode == "warning"
    stand.do(ev.KeepGoing(), ev.GoHome())
    stand.rest()
    counts = stand.counts()
    assert counts["visit"] == counts["page a/one/first"] == counts["page_time 60-"] == 1


def test_start_over_at_the_question_is_deliberate(stand: Counted) -> None:
    stand.do(ev.Begin(), FIRST)
    stand.post(ev.Tick(), after=65)
    stand.post(ev.StartOver())
    counts = stand.counts()
    assert counts["end start_over"] == counts["page_time left"] == counts["visit_time 0-15"] == 1


def test_the_pulse_counts_what_has_become_certain(stand: Counted) -> None:
    stand.do(ev.Begin())
    stand.observer.pulse(stand.now + 29)
    assert stand.counts() == {}
    stand.observer.pulse(stand.now + 30)
    stand.observer.pulse(stand.now + 40)
    assert stand.counts() == {"visit": 1}
    stand.do(FIRST)
    stand.observer.pulse(stand.now + 1.9)
    assert "page a/one/first" not in stand.counts()
    stand.observer.pulse(stand.now + 2)
    stand.observer.pulse(stand.now + 3)
    assert stand.counts()["page a/one/first"] == 1
    stand.post(ev.StartOver(), after=10)
    assert stand.counts()["page a/one/first"] == stand.counts()["visit"] == 1


def test_ends_and_lengths_belong_to_the_hour_of_the_beginning(stand: Counted, wall: Wall) -> None:
    wall.seconds = NOON + 3590
    stand.do(ev.Begin(), FIRST, after=2)
    stand.post(ev.StartOver(), after=100)
    hours = {kind: hour for (_day, hour, kind, _item) in stand.tally.take()}
    began = slot_at(NOON)[1]
    assert hours["visit"] == hours["end"] == hours["visit_time"] == began
    assert hours["page"] == hours["page_time"] == hours["language"]


def test_it_can_begin_in_the_middle_of_a_visit(stand: Counted) -> None:
    seen, stand.observer.seen = stand.observer.seen, lambda *_: None  # type: ignore[method-assign]
    stand.do(ev.Begin(), FIRST)
    stand.observer.seen = seen  # type: ignore[method-assign]
    stand.do(ev.Next(), ev.StartOver())
    assert stand.counts() == {}
    stand.do(ev.Begin(), ev.StartOver())
    assert stand.counts()["visit"] == 1


def test_two_threads_lose_nothing(stand: Counted) -> None:
    stop = threading.Event()

    def pulse() -> None:
        while not stop.is_set():
            stand.observer.pulse(stand.now)
            stand.counts()

    thread = threading.Thread(target=pulse)
    thread.start()
    for _ in range(300):
        stand.do(ev.Begin(), FIRST)
        stand.post(ev.StartOver(), after=5)
    stop.set()
    thread.join()
    counts = stand.counts()
    assert counts["visit"] == counts["end start_over"] == counts["page a/one/first"] == 300
