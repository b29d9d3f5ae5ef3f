"""What staff do behind the PIN, as a part of the machine. Pure; no Qt, no clock of its own.

Every way out ends in the resting state: nothing that staff opened stays open for visitors.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from msgspec.structs import replace

from kiosk.visit import events as ev
from kiosk.visit.state import MOST_AWAY_MINUTES, STAFF_PAGES, Rules, State, resting_state


def staff(state: State, event: ev.Event, rules: Rules) -> State:
    """The state after an event on the PIN pad or on a screen of the staff."""
    state = replace(state, last_activity=state.now)
    if isinstance(event, ev.LeaveStaff):
        return resting_state(rules, state)
    if state.mode == "pin":
        return _enter(state) if isinstance(event, ev.AcceptPin) else state
    handler = _STAFF.get(type(event))
    # The second half of a double tap must not press what has just appeared under the finger.
    if handler is None or state.now - state.settled_at < rules.settle_seconds:
        return state
    return handler(state, event, rules)


def _enter(state: State) -> State:
    """Behind the PIN: staff are back, so a message that they are away is over."""
    return replace(state, mode="staff", staff_page="", presenting=False, away_until=-inf)


def _open(state: State, event: ev.OpenStaffPage, _rules: Rules) -> State:
    if event.page not in ("", *STAFF_PAGES):
        return state
    return replace(state, staff_page=event.page, settled_at=state.now)


def _back(state: State, _event: ev.Event, _rules: Rules) -> State:
    return replace(state, staff_page="", settled_at=state.now)


def _clean(state: State, _event: ev.Event, rules: Rules) -> State:
    return replace(resting_state(rules, state), mode="cleaning", cleaned_at=state.now)


def _step_away(state: State, event: ev.StepAway, rules: Rules) -> State:
    if not 1 <= event.minutes <= MOST_AWAY_MINUTES:
        return state
    until = state.now + 60 * event.minutes
    return resting_state(rules, replace(state, away_until=until, away_minutes=event.minutes))


def _present(state: State, _event: ev.Event, rules: Rules) -> State:
    fresh = resting_state(rules, state)
    return replace(fresh, mode="browsing", presenting=True, settled_at=state.now)


_STAFF: dict[type[ev.Event], Callable[[State, Any, Rules], State]] = {
    ev.OpenStaffPage: _open,
    ev.Back: _back,
    ev.Clean: _clean,
    ev.StepAway: _step_away,
    ev.Present: _present,
}
