"""A stand outside its opening hours: it rests closed, and never ends a visit for it."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.visit import Closing, SignRow, deadline
from kiosk.visit import events as ev
from kiosk.visit.state import Place

CLOSED = Closing("dim", (SignRow("9:00–17:00", open=True, last=6),))
EVENING = ev.KeepHours(CLOSED)
MORNING = ev.KeepHours()


def test_a_resting_stand_closes_and_opens_at_once(fresh: Any) -> None:
    state = fresh.do(EVENING)
    assert (state.mode, state.closing, deadline(state, fresh.rules)) == ("closed", CLOSED, None)
    assert fresh.wait(7 * 86_400).mode == "closed"
    state = fresh.do(MORNING)
    assert (state.mode, state.closing) == ("attract", None)


def test_a_visit_is_not_cut_short(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0), EVENING)
    assert (visit.state.mode, visit.state.place) == ("browsing", Place(0, 0))
    assert visit.do(ev.Next(), after=50).place == Place(0, 0, 1)
    assert (
        visit.wait(59).mode == "browsing"
    )  # the clock on the wall is no sign of life, nor of none
    assert visit.wait(1).mode == "warning"
    assert visit.do(ev.KeepGoing(), after=10).mode == "browsing"
    assert visit.wait(90).mode == "closed"


def test_closing_is_no_sign_of_life(visit: Any) -> None:
    visit.do(EVENING, after=59)
    assert visit.wait(1).mode == "warning"


def test_a_touch_wakes_it_for_one_visit(fresh: Any) -> None:
    fresh.do(EVENING)
    assert fresh.do(ev.Begin()).mode == "browsing"
    assert fresh.do(ev.StartOver()).mode == "closed"
    fresh.do(ev.Begin())
    assert fresh.wait(90).mode == "closed"


def test_it_opens_while_somebody_looks_around(fresh: Any) -> None:
    fresh.do(EVENING, ev.Begin(), MORNING)
    assert fresh.state.mode == "browsing"
    assert fresh.wait(90).mode == "attract"


def test_staff_come_and_go_while_it_is_closed(fresh: Any) -> None:
    fresh.do(EVENING, ev.OpenStaff(), ev.AcceptPin())
    assert fresh.state.mode == "staff"
    assert fresh.do(ev.LeaveStaff()).mode == "closed"
    fresh.do(ev.OpenStaff(), ev.AcceptPin(), ev.Clean())
    assert fresh.do(MORNING, EVENING).mode == "cleaning"
    assert fresh.wait(60).mode == "closed"


def test_staff_who_are_away_come_back_before_it_is_closed(fresh: Any) -> None:
    fresh.do(ev.OpenStaff(), ev.AcceptPin(), ev.StepAway(10))
    assert fresh.do(EVENING).mode == "away"
    assert fresh.wait(600).mode == "closed"


@pytest.mark.parametrize("mode", ["warning", "pin", "staff", "cleaning"])
def test_nothing_on_the_way_is_cut_short(fresh: Any, mode: str) -> None:
    ways = {
        "warning": (ev.Begin(),),
        "pin": (ev.OpenStaff(),),
        "staff": (ev.OpenStaff(), ev.AcceptPin()),
        "cleaning": (ev.OpenStaff(), ev.AcceptPin(), ev.Clean()),
    }
    fresh.do(*ways[mode])
    if mode == "warning":
        fresh.wait(61)
    assert fresh.do(EVENING).mode == mode
