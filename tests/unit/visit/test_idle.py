"""Time in a visit: idle, the question before the reset, panels, staff screens, broken clocks."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.visit import Place, Rules, advance, deadline, start_state
from kiosk.visit import events as ev
from kiosk.visit.machine import seconds_left

WEEK = 7 * 24 * 3600.0


def as_started(state: Any, rules: Rules) -> bool:
    """True when nothing of a visit is left but the time."""
    start = start_state(rules, state.now)
    return bool(
        replace(state, last_activity=0, settled_at=0)
        == replace(start, last_activity=0, settled_at=0)
    )


def test_idle_asks_at_sixty_seconds_and_resets_thirty_later(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0), ev.SetLanguage("en"))
    assert visit.wait(59.9).mode == "browsing"
    assert visit.wait(0.1).mode == "warning"
    assert visit.wait(29.9).mode == "warning"
    assert visit.wait(0.1).mode == "attract"
    assert as_started(visit.state, visit.rules)


def test_the_reset_returns_everything_to_the_start(visit: Any) -> None:
    visit.do(
        ev.SetLanguage("ar"),
        ev.SetTextSize("largest"),
        ev.SetTheme("contrast"),
        ev.SetLessMotion(less_motion=True),
        ev.SetReach(reach=True),
        ev.OpenStory(0, 1),
        ev.ChooseAnswer(2),
        ev.Next(),
        ev.OpenPanel("sources"),
    )
    assert not as_started(visit.state, visit.rules)
    visit.wait(WEEK)
    assert as_started(visit.state, visit.rules)


def test_times_are_the_stands_own(rules: Rules) -> None:
    own = replace(rules, idle_seconds=20, panel_seconds=40, warning_seconds=5)
    state = advance(start_state(own, 0), ev.Begin(), 1, own)
    assert deadline(state, own) == 21
    panel = advance(state, ev.OpenPanel("language"), 2, own)
    assert deadline(panel, own) == 42
    warned = advance(state, ev.Tick(), 21, own)
    assert (warned.mode, deadline(warned, own)) == ("warning", 26)


@pytest.mark.parametrize("panel", ["language", "accessibility"])
def test_a_panel_is_given_twice_the_time(visit: Any, panel: Any) -> None:
    visit.do(ev.OpenPanel(panel))
    assert visit.wait(119.9).mode == "browsing"
    assert visit.wait(0.1).mode == "warning"


def test_typing_and_dragging_postpone_idle(visit: Any) -> None:
    for _ in range(100):
        assert visit.do(ev.Touched(), after=50).mode == "browsing"
    assert visit.wait(59).mode == "browsing"
    assert visit.wait(1).mode == "warning"


def test_refused_intents_are_signs_of_life_too(visit: Any) -> None:
    visit.do(ev.OpenSection(99), after=50)
    assert visit.wait(50).mode == "browsing"


def test_ticks_are_no_sign_of_life(visit: Any) -> None:
    for _ in range(60):
        visit.wait(1)
    assert visit.state.mode == "warning"


def test_keep_going_returns_to_the_same_place_as_often_as_wanted(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0, 1), ev.ChooseStep(1), ev.SetLanguage("en"))
    for _ in range(12):
        assert visit.wait(60).mode == "warning"
        state = visit.do(ev.KeepGoing(), after=29)
        assert (state.mode, state.place, state.language) == ("browsing", Place(0, 0, 1, 1), "en")


def test_keep_going_returns_to_the_open_panel(visit: Any) -> None:
    visit.do(ev.OpenPanel("accessibility"))
    visit.wait(120)
    assert visit.do(ev.KeepGoing()).panel == "accessibility"


@pytest.mark.parametrize(
    "event",
    [ev.KeepGoing(), ev.OpenSection(1), ev.GoHome(), ev.SetLanguage("en"), ev.OpenPanel("sources")],
)
def test_any_touch_answers_the_question_and_does_nothing_else(visit: Any, event: ev.Event) -> None:
    visit.do(ev.OpenStory(0, 0))
    visit.wait(60)
    state = visit.do(event)
    assert (state.mode, state.place, state.panel) == ("browsing", Place(0, 0), "")
    assert state.language == "lt"


def test_a_finger_that_is_down_when_the_time_is_up_may_still_lift(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    visit.wait(60)
    assert visit.do(ev.Touched(), after=29.9).mode == "warning"
    assert visit.do(ev.KeepGoing(), after=2.9).place == Place(0, 0)


def test_a_finger_that_never_lifts_keeps_no_visit(visit: Any) -> None:
    visit.wait(60)
    visit.do(ev.Touched(), after=29.9)
    assert visit.wait(3).mode == "attract"


def test_a_touch_leaves_the_question_the_time_it_has(visit: Any) -> None:
    visit.wait(60)
    before = deadline(visit.state, visit.rules)
    assert deadline(visit.do(ev.Touched()), visit.rules) == before


def test_the_second_half_of_the_tap_that_answers_presses_nothing(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    visit.wait(60)
    visit.do(ev.KeepGoing())
    assert visit.do(ev.Next(), after=0.1).place == Place(0, 0)
    assert visit.do(ev.Next(), after=0.5).place == Place(0, 0, 1)


def test_a_tap_meant_for_the_page_does_not_hit_start_over(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    visit.wait(60)
    assert visit.do(ev.StartOver(), after=0.1).mode == "browsing"


def test_start_over_ends_the_visit_from_the_question(visit: Any) -> None:
    visit.wait(60)
    assert visit.do(ev.StartOver()).mode == "attract"


def test_a_touch_that_comes_with_the_deadline_keeps_the_visit(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    state = visit.do(ev.Next(), after=60)
    assert (state.mode, state.place) == ("browsing", Place(0, 0))


def test_a_touch_after_the_reset_finds_a_fresh_stand(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0), ev.SetLanguage("en"))
    state = visit.do(ev.Next(), after=90)
    assert (state.mode, state.language, state.place) == ("attract", "lt", Place())


def test_the_countdown_counts_whole_seconds_down(visit: Any) -> None:
    assert seconds_left(visit.state, visit.rules) == 0
    visit.wait(60)
    assert seconds_left(visit.state, visit.rules) == 30
    visit.wait(0.5)
    assert seconds_left(visit.state, visit.rules) == 30
    visit.wait(28.6)
    assert seconds_left(visit.state, visit.rules) == 1


def test_a_week_of_standing_idle_is_one_call_and_changes_nothing(fresh: Any) -> None:
    assert deadline(fresh.state, fresh.rules) is None
    before = fresh.state
    after = fresh.wait(WEEK)
    assert as_started(after, fresh.rules)
    assert replace(after, now=before.now) == before


def test_a_visit_left_for_a_week_ends_once(visit: Any) -> None:
    state = visit.wait(WEEK)
    assert (state.mode, deadline(state, visit.rules)) == ("attract", None)


def test_the_pin_pad_and_the_staff_screens_close_by_themselves(fresh: Any) -> None:
    fresh.do(ev.OpenStaff())
    assert fresh.wait(29.9).mode == "pin"
    assert fresh.wait(0.1).mode == "attract"
    fresh.do(ev.OpenStaff(), ev.AcceptPin())
    assert fresh.wait(119.9).mode == "staff"
    assert fresh.wait(0.1).mode == "attract"


def test_digits_keep_the_pin_pad_open(fresh: Any) -> None:
    fresh.do(ev.OpenStaff())
    for _ in range(6):
        assert fresh.do(ev.Touched(), after=20).mode == "pin"


def test_a_pin_that_is_right_too_late_opens_nothing(fresh: Any) -> None:
    fresh.do(ev.OpenStaff())
    assert fresh.do(ev.AcceptPin(), after=30).mode == "attract"


def test_a_clock_that_runs_backwards_is_held(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    before = visit.state
    back = advance(before, ev.Tick(), before.now - 10_000, visit.rules)
    assert (back.now, back.mode) == (before.now, "browsing")
    touched = advance(back, ev.Next(), before.now - 9_000, visit.rules)
    assert touched.now == before.now
    assert advance(touched, ev.Tick(), before.now + 60, visit.rules).mode == "warning"


def test_the_deadline_is_when_the_machine_changes_by_itself(visit: Any) -> None:
    for mode in ("warning", "attract"):
        due = deadline(visit.state, visit.rules)
        assert due is not None
        just_before = advance(visit.state, ev.Tick(), due - 0.001, visit.rules)
        assert just_before.mode == visit.state.mode
        visit.now = due
        visit.state = advance(visit.state, ev.Tick(), due, visit.rules)
        assert visit.state.mode == mode
