"""The machine of a visit: (state, event, time, rules) -> state. Pure; no Qt, no clock of its own.

Idle, the countdown and the closing of staff screens are decided from the time that comes with
each event, so a week of standing still is one call. Unknown or impossible intents change nothing
but count as activity: a visitor can never break a visit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from kiosk.visit import events as ev
from kiosk.visit.patience import RESTING, deadline, seconds_left
from kiosk.visit.staffside import staff
from kiosk.visit.state import (
    Comfort,
    Panel,
    Place,
    Rules,
    State,
    TextSize,
    ThemeName,
    page_at,
    resting_state,
    story_at,
)

_PANELS = get_args(Panel)
_OF_A_PAGE = ("sources", "takeaway")
_TEXT_SIZES = get_args(TextSize)
_THEMES = get_args(ThemeName)

HISTORY_LIMIT = 50
"""Places that Back can return to; older ones are forgotten."""

LIFT_SECONDS = 3.0
"""Least time that a finger on the question has to lift."""


def advance(state: State, event: ev.Event, now: float, rules: Rules) -> State:
    """The state after an event at a time.

    A clock that runs backwards is held at the latest time seen, so no reset comes early or twice.
    """
    state = _let_time_pass(replace(state, now=max(now, state.now)), rules)
    if isinstance(event, ev.KeepHours):
        state = _keep_hours(state, event, rules)
    if isinstance(event, ev.Tick | ev.KeepHours) or state.mode == "cleaning":
        return state
    if isinstance(event, ev.OpenStaff) and state.mode != "staff":
        return _enter(state, "pin")
    if state.mode == "browsing":
        return _browse(_active(state), event, rules)
    if state.mode in RESTING:
        return _wake(state, event, rules)
    if state.mode == "warning":
        return _answer_warning(state, event, rules)
    return staff(state, event, rules)


def _let_time_pass(state: State, rules: Rules) -> State:
    """Fire every deadline that has come, in order (one late tick may pass several)."""
    while (due := deadline(state, rules)) is not None and state.now >= due:
        if state.mode == "browsing":
            state = replace(state, mode="warning", warned_at=due)
        else:
            state = resting_state(rules, state)
    return state


def _keep_hours(state: State, event: ev.KeepHours, rules: Rules) -> State:
    """What a resting stand shows changes at once, all else when it comes to rest."""
    state = replace(state, closing=event.closing)
    return resting_state(rules, state) if state.mode in RESTING else state


def _active(state: State) -> State:
    return replace(state, last_activity=state.now)


def _enter(state: State, mode: Any) -> State:
    return _active(replace(state, mode=mode, panel=""))


def _settle(state: State) -> State:
    return replace(state, settled_at=state.now)


def _settled(since: float, state: State, rules: Rules) -> bool:
    return state.now - since >= rules.settle_seconds


def _wake(state: State, event: ev.Event, rules: Rules) -> State:
    """Begin wakes the stand, unless it is the second half of the tap that started over."""
    if not isinstance(event, ev.Begin) or not _settled(state.settled_at, state, rules):
        return state
    return _settle(_enter(state, "browsing"))


def _answer_warning(state: State, event: ev.Event, rules: Rules) -> State:
    """Any sign of life keeps the visit, and is swallowed; only Start over ends it.

    Not even that when the question has just appeared: the tap was meant for the page. A finger that
    is still down is given the time to lift, which is the answer: were the question taken away at
    the press, what lies below would get the release.
    """
    if isinstance(event, ev.Touched):
        least = state.now + LIFT_SECONDS - rules.warning_seconds
        return replace(state, warned_at=max(state.warned_at, min(least, state.now)))
    if isinstance(event, ev.StartOver) and _settled(state.warned_at, state, rules):
        return _start_over(state, event, rules)
    return _settle(_active(replace(state, mode="browsing")))


def _browse(state: State, event: ev.Event, rules: Rules) -> State:
    handler = _BROWSING.get(type(event))
    if handler is None:
        return state
    if type(event) in _MOVES and not _settled(state.settled_at, state, rules):
        return state
    return handler(state, event, rules)


def _go(state: State, place: Place, *, remember: bool = True) -> State:
    """Move to a place. A change of screen or story is remembered and settles."""
    old = state.place
    if place == old:
        return replace(state, panel="")
    if (old.section, old.story) == (place.section, place.story):
        return replace(state, place=place, panel="")
    history = (*state.history, old)[-HISTORY_LIMIT:] if remember else state.history
    return _settle(replace(state, place=place, history=history, panel=""))


def _open_section(state: State, event: ev.OpenSection, rules: Rules) -> State:
    if not 0 <= event.section < len(rules.outline.sections):
        return state
    return _go(state, Place(event.section))


def _open_story(state: State, event: ev.OpenStory, rules: Rules) -> State:
    sections = rules.outline.sections
    if not 0 <= event.section < len(sections):
        return state
    stories = sections[event.section].stories
    if not 0 <= event.story < len(stories):
        return state
    if not 0 <= event.page < len(stories[event.story].pages):
        return state
    return _go(state, Place(event.section, event.story, event.page))


def _next(state: State, _event: ev.Event, rules: Rules) -> State:
    place = state.place
    if place.screen != "page":
        return state
    if place.step + 1 < page_at(rules, place).step_count:
        return _go(state, replace(place, step=place.step + 1))
    if place.page + 1 < len(story_at(rules, place).pages):
        return _go(state, replace(place, page=place.page + 1, step=0))
    if place.story + 1 < len(rules.outline.sections[place.section].stories):
        return _go(state, Place(place.section, place.story + 1))
    return _go(state, Place())


def _previous(state: State, _event: ev.Event, rules: Rules) -> State:
    place = state.place
    if place.screen != "page":
        return state
    if place.step > 0:
        return _go(state, replace(place, step=place.step - 1))
    if place.page > 0:
        before = replace(place, page=place.page - 1, step=0)
        return _go(state, replace(before, step=page_at(rules, before).step_count - 1))
    return state


def _back(state: State, _event: ev.Event, _rules: Rules) -> State:
    if state.panel:
        return replace(state, panel="")
    if state.history:
        *rest, place = state.history
        return _go(replace(state, history=tuple(rest)), place, remember=False)
    if state.place.screen == "page":
        return _go(state, Place(state.place.section), remember=False)
    return _go(state, Place(), remember=False)


def _home(state: State, _event: ev.Event, _rules: Rules) -> State:
    return replace(_go(state, Place()), history=())


def _choose_step(state: State, event: ev.ChooseStep, rules: Rules) -> State:
    place = state.place
    if place.screen != "page" or not 0 <= event.step < page_at(rules, place).step_count:
        return state
    return _go(state, replace(place, step=event.step))


def _choose_answer(state: State, event: ev.ChooseAnswer, rules: Rules) -> State:
    place = state.place
    if place.screen != "page" or state.answer_at(place) >= 0:
        return state
    counts = page_at(rules, place).answer_counts
    if place.step >= len(counts) or not 0 <= event.answer < counts[place.step]:
        return state
    return replace(state, answers=(*state.answers, (place, event.answer)))


def _open_panel(state: State, event: ev.OpenPanel, _rules: Rules) -> State:
    if event.panel not in _PANELS:
        return state
    if event.panel in _OF_A_PAGE and state.place.screen != "page":
        return state
    return replace(state, panel="" if event.panel == state.panel else event.panel)


def _close_panel(state: State, _event: ev.Event, _rules: Rules) -> State:
    return replace(state, panel="")


def _set_language(state: State, event: ev.SetLanguage, rules: Rules) -> State:
    if event.language not in rules.outline.languages:
        return state
    return replace(state, language=event.language)


def _comfort(state: State, **changes: Any) -> State:
    return replace(state, comfort=replace(state.comfort, **changes))


def _set_text_size(state: State, event: ev.SetTextSize, _rules: Rules) -> State:
    return _comfort(state, text_size=event.text_size) if event.text_size in _TEXT_SIZES else state


def _set_theme(state: State, event: ev.SetTheme, _rules: Rules) -> State:
    return _comfort(state, theme=event.theme) if event.theme in _THEMES else state


def _start_over(state: State, _event: ev.Event, rules: Rules) -> State:
    return _settle(resting_state(rules, state))


_BROWSING: dict[type[ev.Event], Callable[[State, Any, Rules], State]] = {
    ev.OpenSection: _open_section,
    ev.OpenStory: _open_story,
    ev.Next: _next,
    ev.Previous: _previous,
    ev.Back: _back,
    ev.GoHome: _home,
    ev.ChooseStep: _choose_step,
    ev.ChooseAnswer: _choose_answer,
    ev.OpenPanel: _open_panel,
    ev.ClosePanel: _close_panel,
    ev.SetLanguage: _set_language,
    ev.SetTextSize: _set_text_size,
    ev.SetTheme: _set_theme,
    ev.SetLessMotion: lambda state, event, _: _comfort(state, less_motion=event.less_motion),
    ev.SetReach: lambda state, event, _: _comfort(state, reach=event.reach),
    ev.ResetComfort: lambda state, _event, rules: replace(state, comfort=rules.comfort),
    ev.StartOver: _start_over,
}

_MOVES = frozenset(
    {
        ev.OpenSection,
        ev.OpenStory,
        ev.Next,
        ev.Previous,
        ev.Back,
        ev.GoHome,
        ev.ChooseAnswer,
        ev.OpenPanel,
    }
)
"""Intents that the second half of a double tap could trigger by accident."""

__all__ = ["HISTORY_LIMIT", "RESTING", "Comfort", "advance", "deadline", "seconds_left"]
