"""What staff do behind the PIN: their pages, the cleaning lock, the message, the talk."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.visit import deadline
from kiosk.visit import events as ev
from kiosk.visit.machine import seconds_left
from kiosk.visit.state import STAFF_PAGES, Place

PAGE = STAFF_PAGES[0]


@pytest.fixture
def staff(fresh: Any) -> Any:
    """Somebody who has typed the PIN on a sleeping stand."""
    fresh.do(ev.OpenStaff(), ev.AcceptPin())
    return fresh


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_a_page_opens_and_back_leads_to_the_menu(staff: Any, page: str) -> None:
    assert staff.do(ev.OpenStaffPage(page)).staff_page == page
    state = staff.do(ev.Back())
    assert (state.mode, state.staff_page) == ("staff", "")
    assert staff.do(ev.Back()) == staff.state  # the menu is not left by Back


def test_an_unknown_page_does_not_open(staff: Any) -> None:
    assert staff.do(ev.OpenStaffPage("../etc")).staff_page == ""


def test_pages_open_for_nobody_without_the_pin(visit: Any) -> None:
    assert visit.do(ev.OpenStaffPage(PAGE)).staff_page == ""
    visit.do(ev.OpenStaff())
    state = visit.do(ev.OpenStaffPage(PAGE), ev.Clean(), ev.StepAway(5), ev.Present())
    assert (state.mode, state.staff_page) == ("pin", "")


def test_the_second_half_of_a_double_tap_presses_nothing_on_a_new_page(staff: Any) -> None:
    staff.do(ev.OpenStaffPage(PAGE))
    assert staff.do(ev.Clean(), after=0.1).mode == "staff"
    assert staff.do(ev.Clean(), after=1).mode == "cleaning"


def test_a_page_is_closed_with_the_staff_screens(staff: Any) -> None:
    staff.do(ev.OpenStaffPage(PAGE))
    assert staff.wait(119).staff_page == PAGE
    assert (staff.wait(1).mode, staff.state.staff_page) == ("attract", "")
    staff.do(ev.OpenStaff(), ev.AcceptPin())
    assert staff.state.staff_page == ""


def test_cleaning_takes_nothing_and_ends_after_a_minute(staff: Any) -> None:
    staff.do(ev.Clean())
    for event in (ev.Begin(), ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff(), ev.Touched()):
        assert staff.do(event, after=5).mode == "cleaning"
    assert seconds_left(staff.state, staff.rules) == 35
    assert staff.wait(34).mode == "cleaning"
    assert staff.wait(1).mode == "attract"


def test_the_message_stays_until_its_time_is_over(staff: Any) -> None:
    state = staff.do(ev.StepAway(10))
    assert (state.mode, state.away_minutes) == ("away", 10)
    assert seconds_left(state, staff.rules) == 600
    assert staff.wait(599).mode == "away"
    assert staff.wait(1).mode == "attract"
    assert deadline(staff.state, staff.rules) is None


@pytest.mark.parametrize("minutes", [0, -5, 61, 10**9])
def test_a_message_without_an_end_is_not_shown(staff: Any, minutes: int) -> None:
    assert staff.do(ev.StepAway(minutes)).mode == "staff"


def test_visitors_look_around_while_staff_are_away(staff: Any) -> None:
    staff.do(ev.StepAway(10))
    assert staff.do(ev.Begin()).mode == "browsing"
    state = staff.do(ev.OpenSection(0), ev.StartOver())
    assert (state.mode, state.place) == ("away", Place())
    staff.do(ev.Begin())
    assert staff.wait(95).mode == "away"  # also when the visit ends by itself
    staff.do(ev.Begin())
    for _ in range(60):
        staff.do(ev.Touched(), after=10)
    assert staff.do(ev.StartOver()).mode == "attract"  # its time ran out meanwhile


def test_only_the_pin_ends_the_message(staff: Any) -> None:
    staff.do(ev.StepAway(10), ev.OpenStaff())
    assert staff.wait(30).mode == "away"  # nobody knew the PIN
    staff.do(ev.OpenStaff(), ev.LeaveStaff())
    assert staff.state.mode == "away"
    staff.do(ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff())
    assert staff.state.mode == "attract"


def test_a_talk_is_a_visit_that_waits_for_an_hour(staff: Any) -> None:
    state = staff.do(ev.Present())
    assert (state.mode, state.presenting, state.place) == ("browsing", True, Place())
    staff.do(ev.OpenStory(0, 0))
    assert staff.wait(3599).mode == "browsing"
    assert staff.wait(1).mode == "warning"
    state = staff.do(ev.KeepGoing())
    assert (state.mode, state.presenting, state.place) == ("browsing", True, Place(0, 0))
    state = staff.wait(3600 + 31)
    assert (state.mode, state.presenting) == ("attract", False)


def test_a_talk_ends_when_the_presenter_says_so(staff: Any) -> None:
    state = staff.do(ev.Present(), ev.OpenSection(0), ev.StartOver())
    assert (state.mode, state.presenting) == ("attract", False)
    staff.do(ev.Begin())
    assert staff.wait(60).mode == "warning"  # the next visitor is an ordinary one


def test_staff_screens_end_a_talk(staff: Any) -> None:
    staff.do(ev.Present(), ev.OpenStaff(), ev.AcceptPin())
    assert not staff.state.presenting
