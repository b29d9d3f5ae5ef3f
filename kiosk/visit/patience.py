"""How long each screen may stand untouched, and what is left of it. Pure; no Qt, no clock."""

from __future__ import annotations

import math

from kiosk.visit.state import Rules, State

RESTING = frozenset({"attract", "away", "closed"})
"""Modes in which nobody is there and `Begin` starts a visit."""
COUNTING = frozenset({"warning", "cleaning", "away"})
"""Modes that show what is left of their time."""


def deadline(state: State, rules: Rules) -> float | None:
    """The clock reading at which the machine wants the next `Tick`; None while it needs none."""
    if state.mode in ("attract", "closed"):
        return None
    if state.mode == "away":
        return state.away_until
    if state.mode == "cleaning":
        return state.cleaned_at + rules.cleaning_seconds
    if state.mode == "warning":
        return state.warned_at + rules.warning_seconds
    return state.last_activity + _patience(state, rules)


def seconds_left(state: State, rules: Rules) -> int:
    """Whole seconds of the countdown that is shown: to the reset, to the end of the cleaning or
    of the message that staff are away; 0 where nothing counts down.
    """
    due = deadline(state, rules) if state.mode in COUNTING else None
    return 0 if due is None else max(0, math.ceil(due - state.now))


def _patience(state: State, rules: Rules) -> float:
    """Seconds without activity that the present screen allows."""
    if state.mode == "pin":
        return rules.pin_seconds
    if state.mode == "staff":
        return rules.staff_seconds
    if state.presenting:
        return rules.presenter_seconds
    return rules.panel_seconds if state.panel else rules.idle_seconds
